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
  /**
   * Settings that the template had at the last request and has no longer, with the values it had for them. One that is still
   * live as it was goes back to the service's default; any other was not ours, or was never applied, and is left alone.
   */
  readonly takenOut: Settings;
  /** Whether success means that the edge has the change, or only that Lightsail has accepted it. */
  readonly waitForDeployment: boolean;
  readonly timeoutSeconds: number;
  /** Epoch milliseconds of the first call. */
  readonly startedAt: number;
}

export function resourceOf({ StackId, LogicalResourceId }: ResourceEvent): string {
  return `${StackId}/${LogicalResourceId}`;
}

/** Whether the time is over that the request may take. */
export function isLate({ startedAt, timeoutSeconds }: Request, now: number): boolean {
  return now - startedAt >= timeoutSeconds * 1000;
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
      timeoutSeconds: timeout(properties.timeoutSeconds),
      startedAt: (event.Progress as Progress | undefined)?.startedAt ?? now,
    };
  } catch (error) {
    throw error instanceof InputError
      ? new InputError(`${distributionName}: ${error.message}; correct the value in the app, and deploy construct and handler from one version of the package`, { cause: error })
      : error;
  }
}

function timeout(value: unknown): number {
  const seconds = wholeNumber(value, 'timeoutSeconds');
  // The framework gives up after 55 minutes, without a word of what is pending.
  if (seconds < 1 || seconds > 3_000) throw new InputError(`timeoutSeconds: out of range, got ${seconds}; 1 to 3000 are allowed`);
  return seconds;
}

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

function takenOut(event: ResourceEvent, desired: Settings): Settings {
  const previous = event.OldResourceProperties;
  if (previous === undefined || previous.distributionName !== event.ResourceProperties.distributionName) return {};
  return Object.fromEntries(Object.entries(readable(previous.settings)).filter(([name]) => !Object.hasOwn(desired, name)));
}

/** What an earlier version wrote, or what was refused, must not block a rollback: it was never applied. */
function readable(settings: unknown): Settings {
  const values = attempt(() => byPath(settings)) ?? [];
  return Object.fromEntries(values.flatMap(([name, value]) => {
    const decoded = isSetting(name) ? attempt<unknown>(() => SETTINGS[name].decode(value, name)) : undefined;
    return decoded === undefined ? [] : [[name, decoded]];
  }));
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
