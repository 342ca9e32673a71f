import { createHash } from 'node:crypto';
import { type ResourceEvent, resourceId } from '../protocol/event';

/** The resource type of a distribution that the stack owns. */
export const DISTRIBUTION = 'Custom::LightsailDistribution';

export const NAME_PATTERN = /^\w[\w-]{0,253}\w$/;

/** The name in the properties; for an owned distribution without one, a generated name that is always the same for this resource. */
export function distributionNameOf(event: ResourceEvent, properties: Readonly<Record<string, unknown>> = event.ResourceProperties): unknown {
  return event.ResourceType === DISTRIBUTION && properties.distributionName === undefined ? generatedName(event) : properties.distributionName;
}

function generatedName(event: ResourceEvent): string {
  const [, stackName] = event.StackId.split('/');
  // All distributions of an account are in one Region, so the name of the stack alone could be the same for stacks of two Regions.
  const hash = createHash('sha256').update(resourceId(event)).digest('hex').slice(0, 12);
  return `${stackName.slice(0, 100)}-${event.LogicalResourceId.slice(0, 100)}-${hash}`;
}
