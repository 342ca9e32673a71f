import {
  AttachCertificateToDistributionCommand, CreateDistributionCommand, DeleteDistributionCommand, GetCertificatesCommand, GetDistributionsCommand,
  GetOperationCommand, GetOperationsForResourceCommand, LightsailClient, SetIpAddressTypeCommand, TagResourceCommand, UntagResourceCommand,
  UpdateDistributionBundleCommand, UpdateDistributionCommand,
  type CertificateSummary, type LightsailDistribution, type Operation, type Tag,
} from '@aws-sdk/client-lightsail';
import { isNotFound } from './lightsail-errors';
import type { Step } from './steps';

/** What the handler needs of Lightsail. */
export interface Lightsail {
  /** `undefined` when there is none. */
  distribution(name: string): Promise<LightsailDistribution | undefined>;
  /** `undefined` when there is none. */
  certificate(name: string): Promise<CertificateSummary | undefined>;
  /** `undefined` when the service has forgotten it. */
  operation(id: string): Promise<Operation | undefined>;
  /** Operations on a resource, in no certain order. */
  operationsFor(name: string): Promise<readonly Operation[]>;
  /** Returns the id of the operation. */
  send(step: Step): Promise<string | undefined>;
  /** Returns the id of the operation. */
  delete(distributionName: string): Promise<string | undefined>;
  tag(distributionName: string, tags: readonly Tag[]): Promise<void>;
  untag(distributionName: string, keys: readonly string[]): Promise<void>;
}

/** The API for distributions exists in this Region only, wherever the stack is. */
const region = 'us-east-1';
// Without the last member the SDK only warns of a request that takes longer.
const requestHandler = { connectionTimeout: 3_000, requestTimeout: 10_000, throwOnRequestTimeout: true };

export function lightsailOverHttp(): Lightsail {
  // About half a minute of patience: a first call that cannot look has to give up, as it could not tell whether it is superseded.
  const repeatable = new LightsailClient({ region, requestHandler, maxAttempts: 8 });
  // A write whose answer was lost may have taken effect: the next poll finds out, the SDK must not send it again.
  const once = new LightsailClient({ region, requestHandler, maxAttempts: 1 });

  return {
    distribution: (distributionName) => unlessNotFound(async () =>
      (await repeatable.send(new GetDistributionsCommand({ distributionName }))).distributions?.[0]),
    certificate: (certificateName) => unlessNotFound(async () =>
      (await repeatable.send(new GetCertificatesCommand({ certificateName, includeCertificateDetails: true }))).certificates?.[0]),
    operation: (operationId) => unlessNotFound(async () => (await repeatable.send(new GetOperationCommand({ operationId }))).operation),
    operationsFor: async (resourceName) => {
      const operations: Operation[] = [];
      let pageToken: string | undefined;
      do {
        const page = await repeatable.send(new GetOperationsForResourceCommand({ resourceName, pageToken }));
        operations.push(...page.operations ?? []);
        pageToken = page.nextPageToken;
      } while (pageToken);
      return operations;
    },
    send: async (step) => {
      switch (step.call) {
        // Names are unique, so that a second try after a lost answer makes no second distribution.
        case 'CreateDistribution': return (await repeatable.send(new CreateDistributionCommand(step.input))).operation?.id;
        case 'AttachCertificateToDistribution': return (await once.send(new AttachCertificateToDistributionCommand(step.input))).operation?.id;
        case 'UpdateDistribution': return (await once.send(new UpdateDistributionCommand(step.input))).operation?.id;
        case 'UpdateDistributionBundle': return (await once.send(new UpdateDistributionBundleCommand(step.input))).operation?.id;
        case 'SetIpAddressType': return (await once.send(new SetIpAddressTypeCommand(step.input))).operations?.[0]?.id;
      }
    },
    delete: async (distributionName) => (await once.send(new DeleteDistributionCommand({ distributionName }))).operation?.id,
    tag: async (resourceName, tags) => {
      await repeatable.send(new TagResourceCommand({ resourceName, tags: [...tags] }));
    },
    untag: async (resourceName, tagKeys) => {
      await repeatable.send(new UntagResourceCommand({ resourceName, tagKeys: [...tagKeys] }));
    },
  };
}

async function unlessNotFound<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}
