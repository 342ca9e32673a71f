import { flag, InputError, members, shown, text, wholeNumber } from './codec';
import type { Progress, ResourceEvent } from './event';
import { SETTING_NAMES, SETTINGS, type SettingName, type Settings } from './settings';

/** What one CloudFormation event asks for. */
export interface Request {
  readonly id: string;
  /** Who asks: the same for every request of one resource, and different for each resource. */
  readonly resource: string;
  readonly distributionName: string;
  readonly desired: Settings;
  /** Settings that the template had at the last deployment and has no longer: they go back to the service's default. */
  readonly takenOut: readonly SettingName[];
  /** Whether success means that the edge has the change, or only that Lightsail has accepted it. */
  readonly waitForDeployment: boolean;
  readonly timeoutSeconds: number;
  /** Epoch milliseconds of the first call. */
  readonly startedAt: number;
}

export function resourceOf({ StackId, LogicalResourceId }: ResourceEvent): string {
  return `${StackId}/${LogicalResourceId}`;
}

const PROPERTIES = ['ServiceToken', 'ServiceTimeout', 'distributionName', 'waitForDeployment', 'timeoutSeconds', 'reconciledAt', 'settings'];

/** Reads an event; anything unknown or malformed is an `InputError` before any call. */
export function parseRequest(event: ResourceEvent, now: number): Request {
  const properties = event.ResourceProperties;
  const distributionName = text(properties.distributionName, 'distributionName');
  if (!/^\w[\w-]{0,253}\w$/.test(distributionName)) {
    throw new InputError(`distributionName: not a distribution's name, got ${shown(distributionName)}; `
      + '2 to 255 letters, digits, _ and -, with no - at either end; look it up with `aws lightsail get-distributions --region us-east-1`');
  }
  const unknown = Object.keys(properties).find((name) => !PROPERTIES.includes(name));
  if (unknown !== undefined) throw new InputError(`${distributionName}: ${unknown}: unknown property; allowed are ${PROPERTIES.join(', ')}`);
  try {
    const desired = parseSettings(properties.settings);
    return {
      id: event.RequestId,
      resource: resourceOf(event),
      distributionName,
      desired,
      takenOut: takenOut(event, desired),
      waitForDeployment: flag(properties.waitForDeployment, 'waitForDeployment'),
      timeoutSeconds: wholeNumber(properties.timeoutSeconds, 'timeoutSeconds'),
      startedAt: (event.Progress as Progress | undefined)?.startedAt ?? now,
    };
  } catch (error) {
    throw error instanceof InputError
      ? new InputError(`${distributionName}: ${error.message}; correct the value in the app, and deploy construct and handler from one version of the package`, { cause: error })
      : error;
  }
}

const GROUPS = new Set(SETTING_NAMES.filter((name) => name.includes('.')).map((name) => name.slice(0, name.indexOf('.'))));

/** `{ origin: { name: 'x' } }` as `[['origin.name', 'x']]`, which is how the table names settings. */
function byPath(settings: unknown): [string, unknown][] {
  return members(settings, 'settings').flatMap(([name, value]) =>
    GROUPS.has(name) ? members(value, `settings.${name}`).map(([member, one]): [string, unknown] => [`${name}.${member}`, one]) : [[name, value]]);
}

const isSetting = (name: string): name is SettingName => Object.hasOwn(SETTINGS, name);

export function parseSettings(raw: unknown): Settings {
  return Object.fromEntries(byPath(raw).map(([name, value]) => {
    if (!isSetting(name)) throw new InputError(`settings.${name}: unknown setting; allowed are ${SETTING_NAMES.join(', ')}`);
    return [name, SETTINGS[name].decode(value, `settings.${name}`)];
  }));
}

/** Only the names count, so that values which an earlier version wrote, or which were refused, cannot block a rollback. */
function takenOut(event: ResourceEvent, desired: Settings): SettingName[] {
  const previous = event.OldResourceProperties;
  if (previous === undefined || previous.distributionName !== event.ResourceProperties.distributionName) return [];
  return names(previous.settings).filter((name) => !Object.hasOwn(desired, name));
}

function names(settings: unknown): SettingName[] {
  try {
    return byPath(settings).map(([name]) => name).filter(isSetting);
  } catch {
    return [];
  }
}
