import { SETTING_NAMES, SETTINGS, type SettingName, type Settings } from './settings';
import { InputError, members } from '../protocol/codec';
import { formatValue } from '../protocol/format-value';
import { valueIfReadable } from '../protocol/value-if-readable';

const GROUPS = new Set(SETTING_NAMES.filter((name) => name.includes('.')).map((name) => name.slice(0, name.indexOf('.'))));

/** `{ origin: { name: 'x' } }` as `[['origin.name', 'x']]`, which is how the table names settings. */
function byPath(settings: unknown): [string, unknown][] {
  return members(settings, 'settings').flatMap(([name, value]) =>
    // A name with a dot is unknown: it must not mean the same as a member of a group.
    GROUPS.has(name) ? members(value, `settings.${name}`).map(([member, one]): [string, unknown] => [`${name}.${member}`, one])
      : [[name.includes('.') ? formatValue(name) : name, value]]);
}

const isSetting = (name: string): name is SettingName => Object.hasOwn(SETTINGS, name);

export function parseSettings(raw: unknown): Settings {
  return Object.fromEntries(byPath(raw).map(([name, value]) => {
    if (!isSetting(name)) throw new InputError(`settings.${name}: unknown setting; allowed are ${SETTING_NAMES.join(', ')}`);
    return [name, SETTINGS[name].decode(value, `settings.${name}`)];
  }));
}

/** Settings of the last request. Unreadable ones are left out: they were refused, so never applied, and must not block a rollback. */
export function readableSettings(settings: unknown): Settings {
  const values = valueIfReadable(() => byPath(settings)) ?? [];
  return Object.fromEntries(values.flatMap(([name, value]) => {
    const decoded = isSetting(name) ? valueIfReadable<unknown>(() => SETTINGS[name].decode(value, name)) : undefined;
    return decoded === undefined ? [] : [[name, decoded]];
  }));
}
