import type { LightsailDistribution } from '@aws-sdk/client-lightsail';
import { shown } from './codec';
import type { Request } from './request';
import { same } from './same';
import { SETTING_NAMES, SETTINGS, type SettingName, type SettingValues } from './settings';

/** A setting whose live value is not the wanted one. */
export interface Change<K extends SettingName = SettingName> {
  readonly setting: K;
  readonly found: SettingValues[K] | undefined;
  readonly wanted: SettingValues[K];
}

/** The three-way rule: desired wins, what was taken out goes back to the service's default, the rest is left alone. */
export function changes({ desired, takenOut }: Pick<Request, 'desired' | 'takenOut'>, live: LightsailDistribution): readonly Change[] {
  return SETTING_NAMES.flatMap((setting) => {
    const wanted = desired[setting] ?? (takenOut.includes(setting) ? SETTINGS[setting].serviceDefault(live) : undefined);
    const found = SETTINGS[setting].observe(live);
    return wanted === undefined || same(wanted, found) ? [] : [{ setting, found, wanted }];
  });
}

/** Changes in words, for stack outputs, logs and messages. */
export function inWords(list: readonly Change[]): string {
  return list.length === 0 ? 'nothing changed' : list.map(({ setting, found, wanted }) => `${setting}: ${shown(found)} -> ${shown(wanted)}`).join('; ');
}
