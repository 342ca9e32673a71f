import { type ResourceEvent, resourceId } from '../protocol/event';
import { generatedName } from '../protocol/resource-name';

/** The resource type of a distribution that the stack owns. */
export const DISTRIBUTION = 'Custom::LightsailDistribution';

/** The name in the properties; for an owned distribution without one, a generated name that is always the same for this resource. */
export function distributionNameOf(event: ResourceEvent, properties: Readonly<Record<string, unknown>> = event.ResourceProperties): unknown {
  const isGenerated = event.ResourceType === DISTRIBUTION && properties.distributionName === undefined;
  return isGenerated ? generatedName(event, resourceId(event)) : properties.distributionName;
}
