import { isEquivalent } from './equivalence';
import { DISTRIBUTION, distributionNameOf, NAME_PATTERN } from './name';
import { parseSettings, readableSettings, valueIfReadable } from './parse-settings';
import type { Owned, Request } from './request';
import { parseTags } from './tags';
import { flag, InputError, oneOf, text, wholeNumber } from '../protocol/codec';
import { type ResourceEvent, resourceId } from '../protocol/event';
import { formatValue } from '../protocol/format-value';

const PROPERTIES = ['ServiceToken', 'ServiceTimeout', 'distributionName', 'waitForDeployment', 'timeoutSeconds', 'reconciledAt', 'settings'];
const OWNED_PROPERTIES = [...PROPERTIES, 'onExisting', 'deleteAdopted', 'tags'];

/** Reads a Create or Update. Anything unknown or malformed is an `InputError` before any call. */
export function parseRequest(event: ResourceEvent, startedAt: number): Request {
  const properties = event.ResourceProperties;
  const { waitForDeployment = true, timeoutSeconds = 3_000 } = properties;
  const resourceName = text(distributionNameOf(event), 'distributionName');
  if (!NAME_PATTERN.test(resourceName)) {
    throw new InputError(`distributionName: not the name of a distribution, got ${formatValue(resourceName)}; `
      + '2 to 255 letters, digits, _ and -, with no - at either end; look it up with `aws lightsail get-distributions --region us-east-1`');
  }
  const isOwned = event.ResourceType === DISTRIBUTION;
  const allowed = isOwned ? OWNED_PROPERTIES : PROPERTIES;
  const unknown = Object.keys(properties).find((name) => !allowed.includes(name));
  if (unknown !== undefined) throw new InputError(`${resourceName}: ${unknown}: unknown property; allowed are ${allowed.join(', ')}`);
  try {
    const desired = parseSettings(properties.settings);
    const previous = previousProperties(event);
    const previousSettings = readableSettings(previous.settings);
    return {
      id: event.RequestId,
      resource: resourceId(event),
      resourceName,
      desired,
      removed: Object.fromEntries(Object.entries(previousSettings).filter(([name]) => !Object.hasOwn(desired, name))),
      isChange: previous.settings !== undefined && !isEquivalent(previousSettings, desired),
      ...(isOwned && { owned: parseOwned(event, resourceName, previous) }),
      waitForDeployment: flag(waitForDeployment, 'waitForDeployment'),
      timeoutSeconds: timeout(timeoutSeconds),
      startedAt,
    };
  } catch (error) {
    throw error instanceof InputError
      ? new InputError(`${resourceName}: ${error.message}; correct the value in the app, and deploy construct and handler from one version of the package`, { cause: error })
      : error;
  }
}

/** The properties of the same distribution at the last request. */
function previousProperties(event: ResourceEvent): Readonly<Record<string, unknown>> {
  const previous = event.OldResourceProperties;
  return previous !== undefined && distributionNameOf(event, previous) === distributionNameOf(event) ? previous : {};
}

function parseOwned(event: ResourceEvent, resourceName: string, previous: Readonly<Record<string, unknown>>): Owned {
  const { onExisting = 'fail', deleteAdopted = false, tags: given = [] } = event.ResourceProperties;
  // Only a Delete uses it, which is too late to refuse it.
  flag(deleteAdopted, 'deleteAdopted');
  const tags = parseTags(given, 'tags');
  const previousTags = valueIfReadable(() => parseTags(previous.tags, 'tags')) ?? [];
  return {
    onExisting: oneOf('fail', 'adopt')(onExisting, 'onExisting'),
    tags,
    removedTags: previousTags.filter(({ key }) => !tags.some((tag) => tag.key === key)),
    isCreate: event.RequestType === 'Create',
    isNew: event.RequestType === 'Create' || event.PhysicalResourceId !== resourceName,
    stackRegion: event.StackId.split(':')[3],
  };
}

function timeout(value: unknown): number {
  const seconds = wholeNumber(value, 'timeoutSeconds');
  // The provider framework gives up after 55 minutes, without a message that says what is pending.
  if (seconds < 1 || seconds > 3_000) throw new InputError(`timeoutSeconds: out of range, got ${seconds}; 1 to 3000 are allowed`);
  return seconds;
}
