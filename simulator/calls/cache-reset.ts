import { existingDistribution, Outcome, writableDistribution } from './call';
import { Input } from '../model/operations';
import { Account } from '../state/account';
import { Distribution } from '../state/distribution';
import { describeOperation, startOperation } from '../state/operations';

export function resetDistributionCache(account: Account, { distributionName }: Input<'ResetDistributionCache'>, { failure }: Outcome) {
  const distribution = writableDistribution(account, 'ResetDistributionCache', distributionName);
  const operation = startOperation(account, {
    resourceName: distributionName,
    resourceType: 'Distribution',
    operationType: 'ResetDistributionCache',
    seconds: account.timing.operationSeconds,
    failure,
  });
  const reset: Distribution = { ...distribution, cacheReset: { createTime: operation.createdAt, doneAt: operation.endsAt } };
  account.distributions.set(distributionName, reset);
  return { ...describeCacheReset(account, reset), operation: describeOperation(account, operation) };
}

export function getDistributionLatestCacheReset(account: Account, { distributionName }: Input<'GetDistributionLatestCacheReset'>) {
  return describeCacheReset(account, existingDistribution(account, distributionName));
}

/** Returns neither member if the cache of the distribution was never reset. */
function describeCacheReset({ clock, behaviour }: Account, { cacheReset }: Distribution) {
  if (!cacheReset) return {};
  const status = clock.now() < cacheReset.doneAt ? behaviour.cacheResetInProgressStatus : behaviour.cacheResetDoneStatus;
  return { status, createTime: cacheReset.createTime / 1000 };
}
