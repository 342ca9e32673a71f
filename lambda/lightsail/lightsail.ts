import type { CertificateSummary, LightsailDistribution, Operation, Tag } from '@aws-sdk/client-lightsail';
import type { LightsailWrite } from './writes';

/** The port: what the handler needs from Amazon Lightsail. */
export interface Lightsail {
  /** `undefined` when there is none. */
  distribution(name: string): Promise<LightsailDistribution | undefined>;
  /** The names of the distributions that have a certificate, whether or not it is served. */
  distributionsWith(certificateName: string): Promise<readonly string[]>;
  /** With its details; `undefined` when there is none. */
  certificate(name: string): Promise<CertificateSummary | undefined>;
  /** `undefined` when the service no longer has it. */
  operation(id: string): Promise<Operation | undefined>;
  /** Operations on a resource, in no particular order. */
  operationsFor(name: string): Promise<readonly Operation[]>;
  /** Returns the id of the operation, if the response has one. */
  send(write: LightsailWrite): Promise<string | undefined>;
  tag(resourceName: string, tags: readonly Tag[]): Promise<void>;
  untag(resourceName: string, keys: readonly string[]): Promise<void>;
}
