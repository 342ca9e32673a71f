import type { CreateDistributionRequest, Tag } from '@aws-sdk/client-lightsail';
import { changes } from './changes';
import { isEquivalent } from './equivalence';
import type { Owned, Request } from './request';
import type { Settings } from './settings';
import { mergedParts, type Step } from './steps';
import { fenceTag } from '../tags/fence';
import { ownerTag } from '../tags/owner';

/** Initial values of settings that the template does not have and CreateDistribution requires. Unmanaged afterwards. */
const initialSettings = ({ stackRegion }: Owned): Settings => ({
  'origin.regionName': stackRegion,
  'defaultCacheBehavior': 'cache',
  'bundleId': 'small_1_0',
});

/** The call carries everything it accepts; what it does not accept (`isEnabled: false`, tags without a value) follows. */
export function createStep(request: Request, owned: Owned, at: number): Step {
  const { resourceName: distributionName, resource } = request;
  const { bundleId, ipAddressType, ...desired } = accepted({ ...initialSettings(owned), ...request.desired });
  // The call has no parameter for the default certificate, and none that creates a disabled distribution.
  const { useDefaultCertificate: _default, isEnabled: _enabled, ...parts } = mergedParts(desired);
  const tags: Tag[] = [
    // Lightsail refuses a tag without a value here, and accepts it later.
    ...owned.tags.filter(({ value }) => value !== ''),
    ownerTag(resource, 'created'),
    fenceTag(request, [{ call: 'CreateDistribution', at }]),
  ];
  return {
    call: 'CreateDistribution',
    changes: changes(request, {}),
    input: { distributionName, ...parts, bundleId, ipAddressType, tags } as CreateDistributionRequest,
  };
}

/** Without empty lists, empty strings and `false`: a new distribution has these values, and the call may refuse them. */
function accepted(settings: Settings): Settings {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== false && !isEquivalent(value, undefined)));
}
