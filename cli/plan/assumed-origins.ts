import type { LightsailDistribution } from '@aws-sdk/client-lightsail';
import type { ResourceEvent } from '../../lambda/protocol/event';
import type { AssumedOrigin } from '../dry-run/dry-run';
import { DISTRIBUTION } from '../resource-types';

interface WithOrigin {
  readonly origin?: { readonly name?: string; readonly regionName?: string };
  readonly enablePrivateOriginAccess?: string;
}

/**
 * Returns the origin of a request if the distribution does not have it yet.
 * The plan does not read whether it exists, because it can be in any Region and of any type.
 */
export function assumedOrigins(event: ResourceEvent, live: LightsailDistribution | undefined): readonly AssumedOrigin[] {
  const { origin = {}, enablePrivateOriginAccess } = (event.ResourceProperties.settings ?? {}) as WithOrigin;
  const name = origin.name ?? live?.origin?.name;
  const regionName = origin.regionName ?? live?.origin?.regionName ?? (event.ResourceType === DISTRIBUTION ? event.StackId.split(':')[3] : undefined);
  const isLive = name === live?.origin?.name && regionName === live?.origin?.regionName;
  if (name === undefined || regionName === undefined || isLive) return [];
  return [{ name, regionName, resourceType: enablePrivateOriginAccess === 'true' ? 'Bucket' : 'Instance' }];
}
