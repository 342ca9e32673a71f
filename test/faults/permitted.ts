import { CACHE_RESET } from '../../lambda/cache-reset/controller';
import { CERTIFICATE } from '../../lambda/certificate/name';
import { DISTRIBUTION } from '../../lambda/distribution/name';
import type { ResourceEvent } from '../../lambda/protocol/event';
import type { ZoneRecords } from '../../lambda/route53/route53';
import type { LoggedCall } from '../../simulator';
import { isAllowed, type Authorization } from '../permissions/evaluate';
import { policiesOf, type Use } from '../permissions/policies';

type Tags = Readonly<Record<string, string>>;

/** The use whose permissions the event needs, according to the template at the time of the event. */
function useOf({ ResourceType, ResourceProperties }: ResourceEvent): Use {
  if (ResourceType === CACHE_RESET) return 'cacheReset';
  if (ResourceType === CERTIFICATE) return 'certificate';
  if (ResourceType !== DISTRIBUTION) return 'settings';
  return ResourceProperties.onExisting === 'adopt' ? 'adopting' : 'owned';
}

interface TagInput {
  readonly tags?: readonly { readonly key: string; readonly value?: string }[];
  readonly tagKeys?: readonly string[];
}

const OURS = 'cdk-lightsail-distribution:';
const decided = new Map<string, boolean>();

/** Whether the role of the stack is allowed to make the call on a distribution or certificate with these tags. */
export function isPermitted(event: ResourceEvent, { operation, input }: LoggedCall, resourceTags: Tags | undefined): boolean {
  const { tags, tagKeys } = input as TagInput;
  const hasResource = !operation.startsWith('Create') && !operation.startsWith('Get');
  // The resource does not exist. The call has no effect, whether IAM denies it or Lightsail does not find the resource.
  if (hasResource && resourceTags === undefined) return true;
  const requestTags = tags && Object.fromEntries(tags.map(({ key, value = '' }) => [key, value]));
  const call: Authorization = {
    action: `lightsail:${operation}`,
    resourceType: event.ResourceType === CERTIFICATE ? 'Certificate' : 'Distribution',
    ...(hasResource && { resourceTags: resourceTags ?? {} }),
    ...(requestTags && { requestTags: relevant(requestTags) }),
    ...((requestTags ?? tagKeys) && { tagKeys: tagKeys ?? Object.keys(requestTags!) }),
  };
  const relevantCall = { ...call, ...(call.resourceTags && { resourceTags: relevant(call.resourceTags) }) };
  // Times and ids in values differ between schedules. No condition depends on them.
  const use = useOf(event);
  const shape = JSON.stringify([use, event.StackId, relevantCall]).replace(/\d{13} [\w-]+( \w+@\d+)*/g, '');
  return decide(shape, () => isAllowed(policiesOf([use], event.StackId), relevantCall));
}

/** Whether the role of the stack is allowed to write these records. */
export function mayWriteRecords({ StackId }: ResourceEvent, zones: readonly ZoneRecords[]): boolean {
  return zones.every(({ hostedZoneId, records }) => {
    const call: Authorization = {
      action: 'route53:ChangeResourceRecordSets',
      other: {
        resource: `arn:aws:route53:::hostedzone/${hostedZoneId}`,
        context: {
          'route53:ChangeResourceRecordSetsActions': ['UPSERT'],
          'route53:ChangeResourceRecordSetsRecordTypes': ['CNAME'],
          'route53:ChangeResourceRecordSetsNormalizedRecordNames': records.map(({ name }) => name.replace(/\.$/, '')),
        },
      },
    };
    return decide(JSON.stringify([StackId, call]), () => isAllowed(policiesOf(['certificate'], StackId), call));
  });
}

function decide(shape: string, isPermittedNow: () => boolean): boolean {
  const known = decided.get(shape) ?? isPermittedNow();
  decided.set(shape, known);
  return known;
}

/** The tags on which conditions can depend. */
function relevant(tags: Tags): Tags {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => key.startsWith(OURS)));
}
