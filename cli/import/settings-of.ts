import type { Code, Member } from './code-model';
import { isInexpressible } from './expressed';
import { type Live, type Row, SETTINGS_AS_CODE } from './settings-to-code';
import { isEquivalent } from '../../lambda/distribution/equivalence';
import { SETTINGS, SETTING_NAMES, type SettingName, type Settings } from '../../lambda/distribution/settings';
import { formatValue } from '../../lambda/protocol/format-value';

/** The options of a construct, and the values that could not be expressed. */
export interface Options {
  readonly members: readonly Member[];
  /** The values that were left out, each with the reason. */
  readonly leftOut: readonly string[];
}

/** The options that are structs of settings, with the type of the struct. */
const GROUPS: Readonly<Record<string, string>> = { origin: 'OriginOptions', cacheBehaviorSettings: 'CacheBehaviorSettings' };

interface Setting extends Options {
  readonly group?: string;
}

/** Returns the settings of a live distribution that differ from those of a new distribution. */
export function settingsOf(live: Live): Options {
  const observed = Object.fromEntries(SETTING_NAMES.map((name) => [name, SETTINGS[name].observe(live.distribution, live.certificate)])) as Settings;
  const settings = (Object.keys(SETTINGS_AS_CODE) as SettingName[]).map((name) => settingOf(name, live, observed));
  const members = settings.flatMap(({ group, members: own }, index) => {
    if (group === undefined) return own;
    const isFirst = settings.findIndex((one) => one.group === group) === index;
    return isFirst ? groupOf(group, settings.filter((one) => one.group === group).flatMap((one) => one.members)) : [];
  });
  return { members, leftOut: settings.flatMap(({ leftOut }) => leftOut) };
}

/** Leaves out a struct without a value, which would have no effect. */
function groupOf(name: string, members: readonly Member[]): readonly Member[] {
  const hasValue = members.some((member) => 'value' in member);
  return hasValue ? [{ name, value: { kind: 'struct', type: GROUPS[name], members } }] : members;
}

function settingOf(name: SettingName, live: Live, settings: Settings): Setting {
  const row = SETTINGS_AS_CODE[name] as Row<unknown>;
  const value = settings[name];
  if ('within' in row || value === undefined) return { members: [], leftOut: [] };
  const usual = row.ofNew ?? SETTINGS[name].serviceDefault(live.distribution);
  if (usual !== undefined && isEquivalent(value, usual)) return { members: [], leftOut: [] };
  const [option, member] = row.option.split('.');
  const group = member === undefined ? undefined : option;
  const code = row.code(value, { ...live, settings });
  if (isInexpressible(code)) {
    const remark = `${name}: left out, got ${formatValue(value)}; ${code.why}; it stays as it is`;
    return { group, members: [{ remark }], leftOut: [remark] };
  }
  return { group, members: [...remarks(row.about?.({ ...live, settings })), valueOf(member ?? option, code)], leftOut: [] };
}

const remarks = (remark: string | undefined): readonly Member[] => (remark === undefined ? [] : [{ remark }]);

const valueOf = (name: string, value: Code): Member => ({ name, value });
