import { createHash } from 'node:crypto';
import { DISTRIBUTION, type ResourceEvent } from './event';

export const NAME_PATTERN = /^\w[\w-]{0,253}\w$/;

/** Who asks: the same for every request of one resource, and different for each resource. */
export function resourceOf({ StackId, LogicalResourceId }: ResourceEvent): string {
  return `${StackId}/${LogicalResourceId}`;
}

/** The name that the properties give, or for a distribution of the stack without one the name that is always the same for this resource. */
export function distributionNameOf(event: ResourceEvent, properties: Readonly<Record<string, unknown>> = event.ResourceProperties): unknown {
  return event.ResourceType === DISTRIBUTION && properties.distributionName === undefined ? generatedName(event) : properties.distributionName;
}

function generatedName(event: ResourceEvent): string {
  const [, stackName] = event.StackId.split('/');
  // All distributions of an account share one Region, so the name of the stack alone would not tell those of two Regions apart.
  const hash = createHash('sha256').update(resourceOf(event)).digest('hex').slice(0, 12);
  return `${stackName.slice(0, 100)}-${event.LogicalResourceId.slice(0, 100)}-${hash}`;
}
