import type { Tag } from '@aws-sdk/client-lightsail';
import { flag, InputError, oneOf, shown, text, wholeNumber } from './codec';
import { distributionNameOf, NAME_PATTERN, resourceOf } from './distribution-name';
import { DISTRIBUTION, type ResourceEvent } from './event';
import { attempt, parseSettings, readableSettings } from './parse-settings';
import { same } from './same';
import type { Settings } from './settings';
import { parseTags } from './tags';

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
  /** The template has other settings than at the last request: a read that shows nothing to do may then be one that is behind. */
  readonly isChange: boolean;
  /** Only for a distribution that belongs to the stack. */
  readonly owned?: Owned;
  /** Whether success means that the edge has the change, or only that Lightsail has accepted it. */
  readonly waitForDeployment: boolean;
  readonly timeoutSeconds: number;
  /** Epoch milliseconds of the first call. */
  readonly startedAt: number;
}

/** What is asked of a distribution because it belongs to the stack. */
export interface Owned {
  /** What to do with a distribution that is there already and belongs to nobody. */
  readonly onExisting: 'fail' | 'adopt';
  readonly tags: readonly Tag[];
  /** As of settings. */
  readonly takenOutTags: readonly Tag[];
  /** CloudFormation has no distribution for the resource yet: what is there nevertheless was not made in its sight. */
  readonly isFirst: boolean;
  /** CloudFormation does not know the distribution by this name, and learns of it only when the request has ended. */
  readonly isNew: boolean;
  readonly stackRegion: string;
}

/** In milliseconds: CloudFormation waits no longer for a custom resource. */
export const LONGEST_REQUEST = 3_600_000;

/** Whether the time is over that the request may take. */
export function isLate({ startedAt, timeoutSeconds }: Pick<Request, 'startedAt' | 'timeoutSeconds'>, now: number): boolean {
  return now - startedAt >= timeoutSeconds * 1000;
}

const PROPERTIES = ['ServiceToken', 'ServiceTimeout', 'distributionName', 'waitForDeployment', 'timeoutSeconds', 'reconciledAt', 'settings'];
const OWNED_PROPERTIES = [...PROPERTIES, 'onExisting', 'deleteAdopted', 'tags'];

/** Reads an event; anything unknown or malformed is an `InputError` before any call. */
export function parseRequest(event: ResourceEvent, now: number): Request {
  const properties = event.ResourceProperties;
  const { waitForDeployment = true, timeoutSeconds = 3_000 } = properties;
  const distributionName = text(distributionNameOf(event), 'distributionName');
  if (!NAME_PATTERN.test(distributionName)) {
    throw new InputError(`distributionName: not a distribution's name, got ${shown(distributionName)}; `
      + '2 to 255 letters, digits, _ and -, with no - at either end; look it up with `aws lightsail get-distributions --region us-east-1`');
  }
  const isOwned = event.ResourceType === DISTRIBUTION;
  const allowed = isOwned ? OWNED_PROPERTIES : PROPERTIES;
  const unknown = Object.keys(properties).find((name) => !allowed.includes(name));
  if (unknown !== undefined) throw new InputError(`${distributionName}: ${unknown}: unknown property; allowed are ${allowed.join(', ')}`);
  try {
    const desired = parseSettings(properties.settings);
    const previous = previousProperties(event);
    const former = readableSettings(previous.settings);
    return {
      id: event.RequestId,
      resource: resourceOf(event),
      distributionName,
      desired,
      takenOut: Object.fromEntries(Object.entries(former).filter(([name]) => !Object.hasOwn(desired, name))),
      isChange: previous.settings !== undefined && !same(former, desired),
      ...(isOwned && { owned: parseOwned(event, distributionName, previous) }),
      waitForDeployment: flag(waitForDeployment, 'waitForDeployment'),
      timeoutSeconds: timeout(timeoutSeconds),
      startedAt: event.Progress?.startedAt ?? now,
    };
  } catch (error) {
    throw error instanceof InputError
      ? new InputError(`${distributionName}: ${error.message}; correct the value in the app, and deploy construct and handler from one version of the package`, { cause: error })
      : error;
  }
}

/** What the template said of the same distribution at the last request. */
function previousProperties(event: ResourceEvent): Readonly<Record<string, unknown>> {
  const previous = event.OldResourceProperties;
  return previous !== undefined && distributionNameOf(event, previous) === distributionNameOf(event) ? previous : {};
}

function parseOwned(event: ResourceEvent, distributionName: string, previous: Readonly<Record<string, unknown>>): Owned {
  const { onExisting = 'fail', deleteAdopted = false, tags: given = [] } = event.ResourceProperties;
  // Only Delete goes by it, which is too late to refuse it.
  flag(deleteAdopted, 'deleteAdopted');
  const tags = parseTags(given, 'tags');
  const formerTags = attempt(() => parseTags(previous.tags, 'tags')) ?? [];
  return {
    onExisting: oneOf('fail', 'adopt')(onExisting, 'onExisting'),
    tags,
    takenOutTags: formerTags.filter(({ key }) => !tags.some((tag) => tag.key === key)),
    isFirst: event.RequestType === 'Create',
    isNew: event.RequestType === 'Create' || event.PhysicalResourceId !== distributionName,
    stackRegion: event.StackId.split(':')[3],
  };
}

function timeout(value: unknown): number {
  const seconds = wholeNumber(value, 'timeoutSeconds');
  // The framework gives up after 55 minutes, without a word of what is pending.
  if (seconds < 1 || seconds > 3_000) throw new InputError(`timeoutSeconds: out of range, got ${seconds}; 1 to 3000 are allowed`);
  return seconds;
}
