import {
  AttachCertificateToDistributionCommand, CreateCertificateCommand, CreateDistributionCommand, DeleteCertificateCommand, DeleteDistributionCommand,
  GetCertificatesCommand, GetDistributionsCommand, GetOperationCommand, GetOperationsForResourceCommand, LightsailClient, type LightsailClientConfig,
  ResetDistributionCacheCommand, SetIpAddressTypeCommand, TagResourceCommand, UntagResourceCommand, UpdateDistributionBundleCommand,
  UpdateDistributionCommand, type Operation,
} from '@aws-sdk/client-lightsail';
import { StandardRetryStrategy } from '@smithy/core/retry';
import type { Lightsail } from './lightsail';
import {
  assertTagsWritten, parseCertificate, parseDistribution, parseDistributions, parseOperation, parseOperationId, parseOperations, ResponseError,
} from './parse-response';
import { unlessNotFound } from './unless-not-found';

/** The API for distributions exists in this Region only, whatever the Region of the stack. */
const region = 'us-east-1';
// Without the last member the SDK only logs a warning about a request that takes longer.
const requestHandler = { connectionTimeout: 3_000, requestTimeout: 10_000, throwOnRequestTimeout: true };

/** About two minutes of retries when throttled: a first call that cannot observe has to give up, as it could not detect that it is superseded. */
const MAX_ATTEMPTS = 16;

/** Many more than the operations of a resource or the distributions of an account have. */
const MAX_PAGES = 100;

/** A write whose response was lost may have taken effect: the next poll finds out, so it is not sent again. A throttled write had no effect. */
class RetryOnlyThrottling extends StandardRetryStrategy {
  public async refreshRetryTokenForRetry(...[token, error]: Parameters<StandardRetryStrategy['refreshRetryTokenForRetry']>) {
    if (error.errorType !== 'THROTTLING') throw new Error('not to be retried');
    return super.refreshRetryTokenForRetry(token, error);
  }
}

/** Lightsail over HTTP, by the AWS SDK. The handler needs no configuration: Lambda passes credentials in the environment. */
export function lightsailClient(given: LightsailClientConfig = {}): Lightsail {
  const configuration = { ...given, region, requestHandler };
  const idempotent = new LightsailClient({ ...configuration, maxAttempts: MAX_ATTEMPTS });
  const once = new LightsailClient({ ...configuration, retryStrategy: new RetryOnlyThrottling(MAX_ATTEMPTS) });

  return {
    distribution: (distributionName) => unlessNotFound(async () =>
      parseDistribution(distributionName, await idempotent.send(new GetDistributionsCommand({ distributionName })))),
    certificate: (certificateName) => unlessNotFound(async () =>
      parseCertificate(certificateName, await idempotent.send(new GetCertificatesCommand({ certificateName, includeCertificateDetails: true })))),
    operation: (operationId) => unlessNotFound(async () => parseOperation(await idempotent.send(new GetOperationCommand({ operationId })))),
    operationsFor: (resourceName) => allPages('operations', async (pageToken) => {
      const page = await idempotent.send(new GetOperationsForResourceCommand({ resourceName, pageToken }));
      return { elements: parseOperations(page), nextPageToken: page.nextPageToken };
    }),
    distributionsWith: async (certificateName) => {
      const distributions = await allPages('distributions', async (pageToken) => {
        const page = await idempotent.send(new GetDistributionsCommand({ pageToken }));
        return { elements: parseDistributions(page), nextPageToken: page.nextPageToken };
      });
      return distributions.filter((one) => one.certificateName === certificateName).map(({ name = '' }) => name);
    },
    send: async (write) => {
      switch (write.call) {
        // Names are unique, so a retry after a lost response creates no second resource.
        case 'CreateDistribution': return parseOperationId(await idempotent.send(new CreateDistributionCommand(write.input)));
        case 'AttachCertificateToDistribution': return parseOperationId(await once.send(new AttachCertificateToDistributionCommand(write.input)));
        case 'UpdateDistribution': return parseOperationId(await once.send(new UpdateDistributionCommand(write.input)));
        case 'UpdateDistributionBundle': return parseOperationId(await once.send(new UpdateDistributionBundleCommand(write.input)));
        case 'SetIpAddressType': return parseOperationId(firstOf(await once.send(new SetIpAddressTypeCommand(write.input))));
        case 'DeleteDistribution': return parseOperationId(await once.send(new DeleteDistributionCommand(write.input)));
        case 'ResetDistributionCache': return parseOperationId(await once.send(new ResetDistributionCacheCommand(write.input)));
        case 'CreateCertificate': return parseOperationId(firstOf(await idempotent.send(new CreateCertificateCommand(write.input))));
        case 'DeleteCertificate': return parseOperationId(firstOf(await once.send(new DeleteCertificateCommand(write.input))));
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

interface Page<E> {
  readonly elements: readonly E[];
  readonly nextPageToken?: string;
}

async function allPages<E>(what: string, read: (pageToken: string | undefined) => Promise<Page<E>>): Promise<readonly E[]> {
  let all: readonly E[] = [];
  let pageToken: string | undefined;
  for (let pages = 0; pages < MAX_PAGES; pages += 1) {
    const { elements, nextPageToken } = await read(pageToken);
    all = [...all, ...elements];
    pageToken = nextPageToken;
    if (!pageToken) return all;
  }
  throw new ResponseError(`cannot read the response of Lightsail, ${what} do not end after ${MAX_PAGES} pages`);
}

/** Calls that can concern several resources return a list. */
function firstOf({ operations }: { readonly operations?: Operation[] }): { readonly operation?: Operation } {
  return { operation: operations?.[0] };
}
