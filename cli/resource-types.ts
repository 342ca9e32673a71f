import { CACHE_RESET } from '../lambda/cache-reset/controller';
import { CERTIFICATE } from '../lambda/certificate/name';
import { DISTRIBUTION } from '../lambda/distribution/name';

export { CACHE_RESET, CERTIFICATE, DISTRIBUTION };

/** The resource type for the settings of a distribution that the stack does not own. */
export const DISTRIBUTION_SETTINGS = 'Custom::LightsailDistributionSettings';

interface ResourceType {
  readonly noun: string;
  /** The attribute that returns the name of the resource in Lightsail. The name is also the physical id. */
  readonly nameAttribute?: string;
  /** The properties that identify the resource. If a new value of one of them is unknown, the plan makes no statement about the resource. */
  readonly identity: readonly string[];
}

const RESOURCE_TYPES: Readonly<Record<string, ResourceType>> = {
  [DISTRIBUTION]: { noun: 'distribution', nameAttribute: 'distributionName', identity: ['distributionName'] },
  [DISTRIBUTION_SETTINGS]: { noun: 'settings', nameAttribute: 'distributionName', identity: ['distributionName'] },
  [CERTIFICATE]: { noun: 'certificate', nameAttribute: 'certificateName', identity: ['certificateName', 'domainName', 'subjectAlternativeNames'] },
  [CACHE_RESET]: { noun: 'cache reset', identity: ['distributionName'] },
};

/** Returns `undefined` for a resource that this library does not manage. */
export function resourceTypeOf(type: string): ResourceType | undefined {
  return Object.hasOwn(RESOURCE_TYPES, type) ? RESOURCE_TYPES[type] : undefined;
}
