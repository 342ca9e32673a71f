import type {
  AttachCertificateToDistributionRequest, CreateDistributionRequest, DeleteDistributionRequest, SetIpAddressTypeRequest,
  Tag, UpdateDistributionBundleRequest, UpdateDistributionRequest,
} from '@aws-sdk/client-lightsail';

/** An API call that starts an operation. */
export type Write =
  | { readonly call: 'CreateDistribution'; readonly input: CreateDistributionRequest }
  | { readonly call: 'AttachCertificateToDistribution'; readonly input: AttachCertificateToDistributionRequest }
  | { readonly call: 'UpdateDistribution'; readonly input: UpdateDistributionRequest }
  | { readonly call: 'UpdateDistributionBundle'; readonly input: UpdateDistributionBundleRequest }
  | { readonly call: 'SetIpAddressType'; readonly input: SetIpAddressTypeRequest }
  | { readonly call: 'DeleteDistribution'; readonly input: DeleteDistributionRequest };

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
