import type { Controller } from './controller';
import { distribution } from './distribution/controller';
import { DISTRIBUTION } from './distribution/name';
import type { DistributionPhase } from './distribution/phase';
import { distributionSettings } from './distribution-settings/controller';

/** The controller of a resource type. */
export function controllerOf(resourceType: string): Controller<DistributionPhase> {
  return resourceType === DISTRIBUTION ? distribution : distributionSettings;
}
