import type { CertificateSummary, LightsailDistribution } from '@aws-sdk/client-lightsail';
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

/** The three-way rule: desired wins; what was taken out, and is still as it was set, goes back to the service's default; the rest is left alone. */
export function changes(
  { desired, takenOut }: Pick<Request, 'desired' | 'takenOut'>, live: LightsailDistribution, certificate?: CertificateSummary,
): readonly Change[] {
  return SETTING_NAMES.flatMap((setting) => {
    const found = SETTINGS[setting].observe(live, certificate);
    const isOurs = takenOut[setting] !== undefined && same(takenOut[setting], found);
    const wanted = desired[setting] ?? (isOurs ? SETTINGS[setting].serviceDefault(live) : undefined);
    return wanted === undefined || same(wanted, found) ? [] : [{ setting, found, wanted }];
  });
}

/** Changes in words, for stack outputs, logs and messages. */
export function inWords(list: readonly Change[], others: readonly string[] = []): string {
  const all = [...list.map(({ setting, found, wanted }) => `${setting}: ${shown(found)} -> ${shown(wanted)}`), ...others];
  return all.length === 0 ? 'nothing changed' : all.join('; ');
}
