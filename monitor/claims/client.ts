import { CloudWatchLogsClient, CreateLogStreamCommand, DeleteLogStreamCommand, DescribeLogStreamsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { StandardRetryStrategy } from '@smithy/core/retry';
import type { Claims } from './claims';
import { claimsOf, startOf, streamName } from './stream-name';

const MAX_ATTEMPTS = 5;

/** After a lost response a second try would find the stream of the first, and take it for the claim of another run. */
class RetryOnlyThrottling extends StandardRetryStrategy {
  public async refreshRetryTokenForRetry(...[token, error]: Parameters<StandardRetryStrategy['refreshRetryTokenForRetry']>) {
    if (error.errorType !== 'THROTTLING') throw new Error('not retryable');
    return super.refreshRetryTokenForRetry(token, error);
  }
}

/** Claims in a log group, by the AWS SDK. */
export function logStreamClaims(logGroupName: string): Claims {
  const requestHandler = { connectionTimeout: 3_000, requestTimeout: 10_000, throwOnRequestTimeout: true };
  const idempotent = new CloudWatchLogsClient({ requestHandler, maxAttempts: MAX_ATTEMPTS });
  const once = new CloudWatchLogsClient({ requestHandler, retryStrategy: new RetryOnlyThrottling(MAX_ATTEMPTS) });
  return {
    list: async (distributionName) => {
      const { logStreams = [] } = await idempotent.send(new DescribeLogStreamsCommand({
        logGroupName, logStreamNamePrefix: claimsOf(distributionName), orderBy: 'LogStreamName', descending: true, limit: 50,
      }));
      return logStreams.flatMap(({ logStreamName = '' }) => startOf(distributionName, logStreamName) ?? []);
    },
    take: async (distributionName, start) => {
      try {
        await once.send(new CreateLogStreamCommand({ logGroupName, logStreamName: streamName(distributionName, start) }));
        return true;
      } catch (error) {
        if ((error as Partial<Error> | null)?.name === 'ResourceAlreadyExistsException') return false;
        throw error;
      }
    },
    drop: async (distributionName, start) => {
      await idempotent.send(new DeleteLogStreamCommand({ logGroupName, logStreamName: streamName(distributionName, start) }));
    },
  };
}
