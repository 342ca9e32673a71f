import { notFound } from '../errors';
import { Outcome } from './call';
import { describeDistribution, withoutDetails } from './describe-distribution';
import { pageOf } from './paging';
import { Input } from '../model/operations';
import { Account } from '../state/account';
import { seenDistributions } from '../state/sight';

export function getDistributions(account: Account, { distributionName, pageToken }: Input<'GetDistributions'>, { isStale }: Outcome) {
  const { behaviour } = account;
  const seen = seenDistributions(account, isStale);
  if (distributionName === undefined) {
    const { elements, nextPageToken } = pageOf([...seen.values()], behaviour.pageSize, pageToken);
    return { distributions: elements.map(({ resource, at }) => withoutDetails(describeDistribution(account, resource, at))), nextPageToken };
  }
  const found = seen.get(distributionName);
  if (found) return { distributions: [describeDistribution(account, found.resource, found.at)] };
  // An account without distributions gets an empty list instead of an error.
  if (seen.size === 0) return { distributions: [] };
  throw notFound(behaviour.missingNameOnRead, distributionName);
}
