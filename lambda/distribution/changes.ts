import type { CertificateSummary, LightsailDistribution } from '@aws-sdk/client-lightsail';
import { isEquivalent } from './equivalence';
import { SETTING_NAMES, type SettingName, type Settings, SETTINGS, type SettingValues } from './settings';
import { formatValue } from '../protocol/format-value';

/** A setting whose live value is not the desired one. */
export interface Change<K extends SettingName = SettingName> {
  readonly setting: K;
  readonly current: SettingValues[K] | undefined;
  readonly desired: SettingValues[K];
}

/** What the template says of the settings. */
export interface TemplateSettings {
  readonly desired: Settings;
  /**
   * Settings that the template had at the last request and has no longer, with their values in it. One whose live value is still that
   * value returns to the service default. Any other was changed outside the stack or never applied, and is left alone.
   */
  readonly removed: Settings;
}

/** The three-way comparison: a desired value wins, a removed setting returns to the service default, an unmanaged one is left alone. */
export function changes({ desired, removed }: TemplateSettings, live: LightsailDistribution, certificate?: CertificateSummary): readonly Change[] {
  return SETTING_NAMES.flatMap((setting) => {
    const current = SETTINGS[setting].observe(live, certificate);
    const isUnchanged = removed[setting] !== undefined && isEquivalent(removed[setting], current);
    const wanted = desired[setting] ?? (isUnchanged ? SETTINGS[setting].serviceDefault(live) : undefined);
    return wanted === undefined || isEquivalent(wanted, current) ? [] : [{ setting, current, desired: wanted }];
  });
}

/** The change of one setting, if there is one. */
export function changeOf<K extends SettingName>(list: readonly Change[], setting: K): Change<K> | undefined {
  return list.find((change): change is Change<K> => change.setting === setting);
}

/** Changes as stack outputs, logs and messages describe them. */
export function describeChanges(list: readonly Change[], others: readonly string[] = []): string {
  const all = [...list.map(({ setting, current, desired }) => `${setting}: ${formatValue(current)} -> ${formatValue(desired)}`), ...others];
  return all.length === 0 ? 'nothing changed' : all.join('; ');
}
