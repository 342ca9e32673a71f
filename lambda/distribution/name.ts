import { InputError, text } from '../protocol/codec';
import { type ResourceEvent, resourceId } from '../protocol/event';
import { formatValue } from '../protocol/format-value';
import { generatedName, NAME_PATTERN } from '../protocol/resource-name';

/** The resource type of a distribution that the stack owns. */
export const DISTRIBUTION = 'Custom::LightsailDistribution';

/** For a resource that does not create its distribution. */
export const NO_SUCH_DISTRIBUTION = 'no such distribution in this account; '
  + 'names are listed by `aws lightsail get-distributions --region us-east-1`; correct the name or create the distribution first';

/** The name in the properties; for an owned distribution without one, a generated name that is always the same for this resource. */
export function distributionNameOf(event: ResourceEvent, properties: Readonly<Record<string, unknown>> = event.ResourceProperties): unknown {
  const isGenerated = event.ResourceType === DISTRIBUTION && properties.distributionName === undefined;
  return isGenerated ? generatedName(event, resourceId(event)) : properties.distributionName;
}

export function parseDistributionName(value: unknown): string {
  const name = text(value, 'distributionName');
  if (NAME_PATTERN.test(name)) return name;
  throw new InputError(`distributionName: not the name of a distribution, got ${formatValue(name)}; `
    + '2 to 255 letters, digits, _ and -, with no - at either end; look it up with `aws lightsail get-distributions --region us-east-1`');
}
