import { isAbleToUpdateBundle } from '../rules/bundle';
import { describeCacheSettings } from '../rules/cache-settings';
import { Account } from '../state/account';
import { Distribution, statusOf, Subdomain } from '../state/distribution';
import { originPublicDns } from '../state/origin';

/** A distribution as the API returns it. */
export function describeDistribution(account: Account, distribution: Distribution, now = account.clock.now()) {
  const { behaviour } = account;
  const settings = behaviour.newSettingsShown === 'atOnce' ? distribution.requested : distribution.deployed;
  const { bundleChangedIn, ...shown } = settings;
  return {
    name: distribution.name,
    arn: distribution.arn,
    supportCode: distribution.supportCode,
    createdAt: distribution.createdAt / 1000,
    location: account.location(),
    resourceType: 'Distribution',
    status: statusOf(distribution, behaviour, now),
    domainName: distribution.domainName,
    originPublicDNS: originPublicDns(settings.origin),
    ...shown,
    cacheBehaviorSettings: describeCacheSettings(behaviour, settings.cacheBehaviorSettings),
    // The API leaves out an empty root object, as it does every null.
    defaultRootObject: settings.defaultRootObject || undefined,
    ableToUpdateBundle: isAbleToUpdateBundle(settings, now),
    tags: distribution.tags,
    subdomain: distribution.subdomain && describeSubdomain(distribution.subdomain, now),
  };
}

export type DistributionDescription = ReturnType<typeof describeDistribution>;

/** The API returns these two members only if the call names the distribution. */
export function withoutDetails({ defaultRootObject, customErrorResponses, ...rest }: DistributionDescription) {
  return rest;
}

function describeSubdomain({ name, endsAt, failure }: Subdomain, now: number) {
  if (now < endsAt) return { name, state: 'Creating' };
  return failure ? { name, state: 'Error', ...failure } : { name, state: 'Attached' };
}
