import {
  AttachCertificateToDistributionCommand, CreateDistributionCommand, DeleteDistributionCommand, GetCertificatesCommand, GetDistributionsCommand,
  GetOperationCommand, GetOperationsForResourceCommand, LightsailClient, SetIpAddressTypeCommand, TagResourceCommand, UntagResourceCommand,
  UpdateDistributionBundleCommand, UpdateDistributionCommand,
  type CertificateSummary, type LightsailDistribution, type Operation, type Tag,
} from '@aws-sdk/client-lightsail';
import { StandardRetryStrategy } from '@smithy/core/retry';
import { AnswerError, certificateNamed, distributionNamed, idOf, operationIn, operationsIn, succeeded } from './answers';
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

/** About two minutes of patience when throttled: a first call that cannot look has to give up, as it could not tell whether it is superseded. */
const MAX_ATTEMPTS = 16;

/** Of operations on one distribution: many more than there are. */
const MOST_PAGES = 100;

/** A write whose answer was lost may have taken effect: the next poll finds out, it must not be sent again. One that was throttled has had none. */
class OnlyWhenThrottled extends StandardRetryStrategy {
  public async refreshRetryTokenForRetry(...[token, error]: Parameters<StandardRetryStrategy['refreshRetryTokenForRetry']>) {
    if (error.errorType !== 'THROTTLING') throw new Error('not to be sent again');
    return super.refreshRetryTokenForRetry(token, error);
  }
}

export function lightsailOverHttp(): Lightsail {
  const repeatable = new LightsailClient({ region, requestHandler, maxAttempts: MAX_ATTEMPTS });
  const once = new LightsailClient({ region, requestHandler, retryStrategy: new OnlyWhenThrottled(MAX_ATTEMPTS) });

  return {
    distribution: (distributionName) => unlessNotFound(async () =>
      distributionNamed(distributionName, await repeatable.send(new GetDistributionsCommand({ distributionName })))),
    certificate: (certificateName) => unlessNotFound(async () =>
      certificateNamed(certificateName, await repeatable.send(new GetCertificatesCommand({ certificateName, includeCertificateDetails: true })))),
    operation: (operationId) => unlessNotFound(async () => operationIn(await repeatable.send(new GetOperationCommand({ operationId })))),
    operationsFor: async (resourceName) => {
      let operations: readonly Operation[] = [];
      let pageToken: string | undefined;
      for (let pages = 0; pages < MOST_PAGES; pages += 1) {
        const page = await repeatable.send(new GetOperationsForResourceCommand({ resourceName, pageToken }));
        operations = [...operations, ...operationsIn(page)];
        pageToken = page.nextPageToken;
        if (!pageToken) return operations;
      }
      throw new AnswerError(`Lightsail's answer cannot be understood, there is no end of operations after ${MOST_PAGES} pages`);
    },
    send: async (step) => {
      switch (step.call) {
        // Names are unique, so that a second try after a lost answer makes no second distribution.
        case 'CreateDistribution': return idOf(await repeatable.send(new CreateDistributionCommand(step.input)));
        case 'AttachCertificateToDistribution': return idOf(await once.send(new AttachCertificateToDistributionCommand(step.input)));
        case 'UpdateDistribution': return idOf(await once.send(new UpdateDistributionCommand(step.input)));
        case 'UpdateDistributionBundle': return idOf(await once.send(new UpdateDistributionBundleCommand(step.input)));
        case 'SetIpAddressType': return idOf({ operation: (await once.send(new SetIpAddressTypeCommand(step.input))).operations?.[0] });
      }
    },
    delete: async (distributionName) => idOf(await once.send(new DeleteDistributionCommand({ distributionName }))),
    tag: async (resourceName, tags) => {
      succeeded(await repeatable.send(new TagResourceCommand({ resourceName, tags: [...tags] })));
    },
    untag: async (resourceName, tagKeys) => {
      succeeded(await repeatable.send(new UntagResourceCommand({ resourceName, tagKeys: [...tagKeys] })));
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
