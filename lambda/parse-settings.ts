import { InputError, members, shown } from './codec';
import { SETTING_NAMES, SETTINGS, type SettingName, type Settings } from './settings';

const GROUPS = new Set(SETTING_NAMES.filter((name) => name.includes('.')).map((name) => name.slice(0, name.indexOf('.'))));

/** `{ origin: { name: 'x' } }` as `[['origin.name', 'x']]`, which is how the table names settings. */
function byPath(settings: unknown): [string, unknown][] {
  return members(settings, 'settings').flatMap(([name, value]) =>
    // A name with a dot in it is none, lest it mean the same as a member of a group.
    GROUPS.has(name) ? members(value, `settings.${name}`).map(([member, one]): [string, unknown] => [`${name}.${member}`, one])
      : [[name.includes('.') ? shown(name) : name, value]]);
}

const isSetting = (name: string): name is SettingName => Object.hasOwn(SETTINGS, name);

export function parseSettings(raw: unknown): Settings {
  return Object.fromEntries(byPath(raw).map(([name, value]) => {
    if (!isSetting(name)) throw new InputError(`settings.${name}: unknown setting; allowed are ${SETTING_NAMES.join(', ')}`);
    return [name, SETTINGS[name].decode(value, `settings.${name}`)];
  }));
}

/** The readable ones: what an earlier version wrote, or what was refused, must not block a rollback, as it was never applied. */
export function readableSettings(settings: unknown): Settings {
  const values = attempt(() => byPath(settings)) ?? [];
  return Object.fromEntries(values.flatMap(([name, value]) => {
    const decoded = isSetting(name) ? attempt<unknown>(() => SETTINGS[name].decode(value, name)) : undefined;
    return decoded === undefined ? [] : [[name, decoded]];
  }));
}

/** `undefined` for what cannot be read. */
export function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
