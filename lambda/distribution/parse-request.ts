import { isEquivalent } from './equivalence';
import { DISTRIBUTION, distributionNameOf, parseDistributionName } from './name';
import { parseSettings, readableSettings } from './parse-settings';
import type { Owned, Request } from './request';
import { flag, InputError, oneOf } from '../protocol/codec';
import { type ResourceEvent, resourceId } from '../protocol/event';
import { parseProperties } from '../protocol/parse-properties';
import { parseTimeout } from '../protocol/timeout';
import { valueIfReadable } from '../protocol/value-if-readable';
import { parseTags, removedTags } from '../tags/template-tags';

const PROPERTIES = ['ServiceToken', 'ServiceTimeout', 'distributionName', 'waitForDeployment', 'timeoutSeconds', 'reconciledAt', 'settings'];
const OWNED_PROPERTIES = [...PROPERTIES, 'onExisting', 'deleteAdopted', 'tags'];

/** Reads a Create or Update. Anything unknown or malformed is an `InputError` before any call. */
export function parseRequest(event: ResourceEvent, startedAt: number): Request {
  const properties = event.ResourceProperties;
  const { waitForDeployment = true, timeoutSeconds } = properties;
  const resourceName = parseDistributionName(distributionNameOf(event));
  const isOwned = event.ResourceType === DISTRIBUTION;
  const allowed = isOwned ? OWNED_PROPERTIES : PROPERTIES;
  const unknown = Object.keys(properties).find((name) => !allowed.includes(name));
  if (unknown !== undefined) throw new InputError(`${resourceName}: ${unknown}: unknown property; allowed are ${allowed.join(', ')}`);
  return parseProperties(resourceName, () => {
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
      timeoutSeconds: parseTimeout(timeoutSeconds),
      startedAt,
    };
  });
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
  return {
    onExisting: oneOf('fail', 'adopt')(onExisting, 'onExisting'),
    tags,
    removedTags: removedTags(valueIfReadable(() => parseTags(previous.tags, 'tags')), tags),
    isCreate: event.RequestType === 'Create',
    isNew: event.RequestType === 'Create' || event.PhysicalResourceId !== resourceName,
    stackRegion: event.StackId.split(':')[3],
  };
}
