import { isAbleToUpdateBundle } from '../rules/bundle';
import { Account } from '../state/account';
import { Bucket } from '../state/bucket';

/** A bucket as the API returns it. The instances with access to it are returned only on request, and the simulator has none. */
export function describeBucket(account: Account, bucket: Bucket, withConnectedResources = false) {
  const { name, regionName, bundleChangedIn, createdAt, ...shown } = bucket;
  return {
    name,
    resourceType: 'Bucket',
    createdAt: createdAt / 1000,
    location: account.location(regionName),
    url: `https://${name}.s3.${regionName}.amazonaws.com/`,
    ...shown,
    ableToUpdateBundle: isAbleToUpdateBundle(bucket, account.clock.now()),
    accessLogConfig: { enabled: false },
    ...(withConnectedResources && { resourcesReceivingAccess: [] }),
  };
}
