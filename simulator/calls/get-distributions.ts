import { notFound } from '../errors';
import { Outcome } from './call';
import { describeDistribution, withoutDetails } from './describe-distribution';
import { pageOf } from './paging';
import { Input } from '../model/operations';
import { Account } from '../state/account';
import { Distribution } from '../state/distribution';

export function getDistributions(account: Account, { distributionName, pageToken }: Input<'GetDistributions'>, { isStale }: Outcome) {
  const { behaviour } = account;
  const seen = isStale ? seenBefore(account) : seenNow(account);
  if (distributionName === undefined) {
    const { elements, nextPageToken } = pageOf([...seen.values()], behaviour.pageSize, pageToken);
    return { distributions: elements.map(({ distribution, at }) => withoutDetails(describeDistribution(account, distribution, at))), nextPageToken };
  }
  const found = seen.get(distributionName);
  if (found) return { distributions: [describeDistribution(account, found.distribution, found.at)] };
  // An account that has none answers an empty list instead of an error.
  if (seen.size === 0) return { distributions: [] };
  throw notFound(behaviour.missingNameOnRead, distributionName);
}

/** A distribution, and the time at which it is observed. */
interface Sight {
  readonly distribution: Distribution;
  readonly at: number;
}

function seenNow({ distributions, clock }: Account): Map<string, Sight> {
  const at = clock.now();
  return new Map([...distributions].map(([name, distribution]) => [name, { distribution, at }]));
}

/** Each as it was before its last change: one that was created since is not there yet, one that was deleted since is there still. */
function seenBefore(account: Account): Map<string, Sight> {
  const seen = seenNow(account);
  for (const [name, { distribution, at }] of account.previous) {
    if (distribution) seen.set(name, { distribution, at });
    else seen.delete(name);
  }
  return seen;
}
