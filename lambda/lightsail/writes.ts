import type {
  AttachCertificateToDistributionRequest, CreateCertificateRequest, CreateDistributionRequest, DeleteCertificateRequest, DeleteDistributionRequest,
  ResetDistributionCacheRequest, SetIpAddressTypeRequest, Tag, UpdateDistributionBundleRequest, UpdateDistributionRequest,
} from '@aws-sdk/client-lightsail';
import type { RecordsWrite } from '../route53/route53';

/** A call of Lightsail that starts an operation. */
export type LightsailWrite =
  | { readonly call: 'CreateDistribution'; readonly input: CreateDistributionRequest }
  | { readonly call: 'AttachCertificateToDistribution'; readonly input: AttachCertificateToDistributionRequest }
  | { readonly call: 'UpdateDistribution'; readonly input: UpdateDistributionRequest }
  | { readonly call: 'UpdateDistributionBundle'; readonly input: UpdateDistributionBundleRequest }
  | { readonly call: 'SetIpAddressType'; readonly input: SetIpAddressTypeRequest }
  | { readonly call: 'DeleteDistribution'; readonly input: DeleteDistributionRequest }
  | { readonly call: 'ResetDistributionCache'; readonly input: ResetDistributionCacheRequest }
  | { readonly call: 'CreateCertificate'; readonly input: CreateCertificateRequest }
  | { readonly call: 'DeleteCertificate'; readonly input: DeleteCertificateRequest };

/** A call that changes something. */
export type Write = LightsailWrite | RecordsWrite;

export type WriteCall = Write['call'];

/** A write that was sent, or was about to be sent. */
export interface SentWrite<C extends WriteCall = WriteCall> {
  readonly call: C;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Absent when the response was lost, and in a fence. */
  readonly operationId?: string;
}

/** Changes of tags. They are written at once and cause no deployment. */
export interface TagWrites {
  readonly put: readonly Tag[];
  readonly remove: readonly string[];
}

export const NO_TAGS: TagWrites = { put: [], remove: [] };
