import { CACHE_RESET, cacheReset } from './cache-reset/controller';
import { certificate } from './certificate/controller';
import { CERTIFICATE } from './certificate/name';
import type { Controller } from './controller';
import { distribution } from './distribution/controller';
import { DISTRIBUTION } from './distribution/name';
import { distributionSettings } from './distribution-settings/controller';

const CONTROLLERS: Readonly<Record<string, Controller<object>>> = {
  [CERTIFICATE]: certificate,
  [DISTRIBUTION]: distribution,
  [CACHE_RESET]: cacheReset,
};

/** The controller of a resource type. */
export function controllerOf(resourceType: string): Controller<object> {
  return Object.hasOwn(CONTROLLERS, resourceType) ? CONTROLLERS[resourceType] : distributionSettings;
}
