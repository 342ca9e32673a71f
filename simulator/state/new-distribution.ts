import { Account } from './account';
import { Distribution, DistributionSettings } from './distribution';
import { Tag } from './tag';

/** A distribution that was never deployed, with the names and ids that the service generates. */
export function newDistribution(account: Account, name: string, settings: DistributionSettings, tags: readonly Tag[]): Distribution {
  const arn = account.arn('Distribution');
  const unique = account.newId().replaceAll('-', '').slice(-13);
  return {
    name,
    arn,
    supportCode: `${account.id}/${unique}`,
    createdAt: account.clock.now(),
    domainName: `d${unique}.cloudfront.net`,
    deployed: settings,
    requested: settings,
    tags,
  };
}
