import type { CertificateSummary, LightsailDistribution, Operation, Tag } from '@aws-sdk/client-lightsail';
import type { Write } from './writes';

/** The port: what the handler needs from Amazon Lightsail. */
export interface Lightsail {
  /** `undefined` when there is none. */
  distribution(name: string): Promise<LightsailDistribution | undefined>;
  /** `undefined` when there is none. */
  certificate(name: string): Promise<CertificateSummary | undefined>;
  /** `undefined` when the service no longer has it. */
  operation(id: string): Promise<Operation | undefined>;
  /** Operations on a resource, in no particular order. */
  operationsFor(name: string): Promise<readonly Operation[]>;
  /** Returns the id of the operation, if the response has one. */
  send(write: Write): Promise<string | undefined>;
  tag(resourceName: string, tags: readonly Tag[]): Promise<void>;
  untag(resourceName: string, keys: readonly string[]): Promise<void>;
}
