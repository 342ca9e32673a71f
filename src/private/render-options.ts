import { renderSettings, SettingsOptions } from './render-settings';
import { ResourceProperties } from './resource-properties';
import { Reconcile } from '../reconcile';

/**
 * What both constructs send alike. Expects options without findings.
 */
export function renderOptions(options: SettingsOptions): Omit<ResourceProperties, 'distributionName'> {
  return {
    waitForDeployment: options.waitForDeployment,
    timeoutSeconds: options.timeout?.toSeconds(),
    reconciledAt: options.reconcile === Reconcile.EVERY_DEPLOYMENT ? new Date().toISOString() : undefined,
    settings: renderSettings(options),
  };
}
