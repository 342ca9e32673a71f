import { renderSettings, SettingsOptions } from './render-settings';
import { ResourceProperties } from './resource-properties';
import { Reconcile } from '../reconcile';

/**
 * The properties that both constructs have in common. Expects options without findings.
 */
export function renderOptions(options: SettingsOptions): Omit<ResourceProperties, 'distributionName'> {
  return {
    waitForDeployment: options.waitForDeployment,
    timeoutSeconds: options.timeout?.toSeconds(),
    reconciledAt: options.reconcile === Reconcile.EVERY_DEPLOYMENT ? new Date().toISOString() : undefined,
    settings: renderSettings(options),
  };
}
