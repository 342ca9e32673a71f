import { PLACEHOLDER } from './known-properties';
import type { ResourceRequest } from './resource-request';
import type { ResourceEvent } from '../../lambda/protocol/event';
import type { ValueObject } from '../cloudformation/value';
import { asCloudFormationSends } from '../dry-run/cloudformation-strings';

type Identified = Pick<ResourceRequest, 'type' | 'stackId' | 'logicalId'>;

export function createEvent({ type, stackId, logicalId }: Identified, properties: ValueObject): ResourceEvent {
  return {
    RequestType: 'Create',
    RequestId: PLACEHOLDER,
    ResourceType: type,
    StackId: stackId,
    LogicalResourceId: logicalId,
    ResourceProperties: sent(properties),
  };
}

export function updateEvent(identified: Identified, PhysicalResourceId: string, properties: ValueObject, former: ValueObject): ResourceEvent {
  return { ...createEvent(identified, properties), RequestType: 'Update', PhysicalResourceId, OldResourceProperties: sent(former) };
}

export function deleteEvent(identified: Identified, PhysicalResourceId: string, properties: ValueObject): ResourceEvent {
  return { ...createEvent(identified, properties), RequestType: 'Delete', PhysicalResourceId };
}

/** The Delete of a resource that an update replaced. CloudFormation sends it after all updates. */
export function cleanUpEvent({ OldResourceProperties: ResourceProperties = {}, ...event }: ResourceEvent): ResourceEvent {
  return { ...event, RequestType: 'Delete', ResourceProperties };
}

function sent(properties: ValueObject): Readonly<Record<string, unknown>> {
  return asCloudFormationSends(properties) as Readonly<Record<string, unknown>>;
}
