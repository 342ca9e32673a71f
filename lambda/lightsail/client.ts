import {
  AttachCertificateToDistributionCommand, CreateDistributionCommand, DeleteDistributionCommand, GetCertificatesCommand, GetDistributionsCommand,
  GetOperationCommand, GetOperationsForResourceCommand, LightsailClient, SetIpAddressTypeCommand, TagResourceCommand, UntagResourceCommand,
  UpdateDistributionBundleCommand, UpdateDistributionCommand, type Operation,
} from '@aws-sdk/client-lightsail';
import { StandardRetryStrategy } from '@smithy/core/retry';
import { isNotFound } from './errors';
import type { Lightsail } from './lightsail';
import { assertTagsWritten, parseCertificate, parseDistribution, parseOperation, parseOperationId, parseOperations, ResponseError } from './parse-response';

/** The API for distributions exists in this Region only, whatever the Region of the stack. */
const region = 'us-east-1';
// Without the last member the SDK only logs a warning about a request that takes longer.
const requestHandler = { connectionTimeout: 3_000, requestTimeout: 10_000, throwOnRequestTimeout: true };

/** About two minutes of retries when throttled: a first call that cannot observe has to give up, as it could not detect that it is superseded. */
const MAX_ATTEMPTS = 16;

/** Of operations on one distribution: many more than there are. */
const MAX_PAGES = 100;

/** A write whose response was lost may have taken effect: the next poll finds out, so it is not sent again. A throttled write had no effect. */
class RetryOnlyThrottling extends StandardRetryStrategy {
  public async refreshRetryTokenForRetry(...[token, error]: Parameters<StandardRetryStrategy['refreshRetryTokenForRetry']>) {
    if (error.errorType !== 'THROTTLING') throw new Error('not to be retried');
    return super.refreshRetryTokenForRetry(token, error);
  }
}

/** Lightsail over HTTP, by the AWS SDK. */
export function lightsailClient(): Lightsail {
  const idempotent = new LightsailClient({ region, requestHandler, maxAttempts: MAX_ATTEMPTS });
  const once = new LightsailClient({ region, requestHandler, retryStrategy: new RetryOnlyThrottling(MAX_ATTEMPTS) });

  return {
    distribution: (distributionName) => unlessNotFound(async () =>
      parseDistribution(distributionName, await idempotent.send(new GetDistributionsCommand({ distributionName })))),
    certificate: (certificateName) => unlessNotFound(async () =>
      parseCertificate(certificateName, await idempotent.send(new GetCertificatesCommand({ certificateName, includeCertificateDetails: true })))),
    operation: (operationId) => unlessNotFound(async () => parseOperation(await idempotent.send(new GetOperationCommand({ operationId })))),
    operationsFor: async (resourceName) => {
      let operations: readonly Operation[] = [];
      let pageToken: string | undefined;
      for (let pages = 0; pages < MAX_PAGES; pages += 1) {
        const page = await idempotent.send(new GetOperationsForResourceCommand({ resourceName, pageToken }));
        operations = [...operations, ...parseOperations(page)];
        pageToken = page.nextPageToken;
        if (!pageToken) return operations;
      }
      throw new ResponseError(`cannot read the response of Lightsail, operations do not end after ${MAX_PAGES} pages`);
    },
    send: async (write) => {
      switch (write.call) {
        // Names are unique, so a retry after a lost response creates no second distribution.
        case 'CreateDistribution': return parseOperationId(await idempotent.send(new CreateDistributionCommand(write.input)));
        case 'AttachCertificateToDistribution': return parseOperationId(await once.send(new AttachCertificateToDistributionCommand(write.input)));
        case 'UpdateDistribution': return parseOperationId(await once.send(new UpdateDistributionCommand(write.input)));
        case 'UpdateDistributionBundle': return parseOperationId(await once.send(new UpdateDistributionBundleCommand(write.input)));
        case 'SetIpAddressType': return parseOperationId({ operation: (await once.send(new SetIpAddressTypeCommand(write.input))).operations?.[0] });
        case 'DeleteDistribution': return parseOperationId(await once.send(new DeleteDistributionCommand(write.input)));
      }
    },
    tag: async (resourceName, tags) => {
      assertTagsWritten(await idempotent.send(new TagResourceCommand({ resourceName, tags: [...tags] })));
    },
    untag: async (resourceName, tagKeys) => {
      assertTagsWritten(await idempotent.send(new UntagResourceCommand({ resourceName, tagKeys: [...tagKeys] })));
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
