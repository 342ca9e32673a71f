import type { Change } from './model';
import { isEquivalent } from '../../lambda/distribution/equivalence';
import { readableSettings } from '../../lambda/distribution/parse-settings';

type Properties = Readonly<Record<string, unknown>>;

/** Returns why a setting changes. If the template had the same value at the last deployment, the setting drifted. */
export function causeOf(setting: string, desired: unknown, former: Properties | undefined): Change['cause'] {
  const value = former && formerValue(setting, former);
  return value !== undefined && isEquivalent(value, desired) ? 'drift' : 'template';
}

function formerValue(setting: string, { settings, tags = [] }: Properties): unknown {
  const tag = (tags as readonly { readonly key: string; readonly value: string }[]).find(({ key }) => `tag ${key}` === setting);
  return tag?.value ?? (readableSettings(settings) as Properties)[setting];
}
