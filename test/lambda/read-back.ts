import type { LightsailDistribution } from '@aws-sdk/client-lightsail';
import { EXAMPLES } from './examples';
import type { SettingName, Settings } from '../../lambda/distribution/settings';

/** Returns a distribution as the service returns it with these settings. */
export function readBack(settings: Settings): LightsailDistribution {
  return Object.entries(settings).reduce<Record<string, unknown>>((live, [name, value]) => {
    const part = (EXAMPLES[name as SettingName].readBack as (value: unknown) => object)(value);
    return Object.entries(part).reduce((whole, [member, one]) => ({
      ...whole,
      [member]: typeof one === 'object' && !Array.isArray(one) ? { ...whole[member] as object, ...one } : one,
    }), live);
  }, {});
}
