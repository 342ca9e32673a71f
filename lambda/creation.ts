import type { CreateDistributionRequest, Tag } from '@aws-sdk/client-lightsail';
import { changes } from './changes';
import { fenceTag } from './fence';
import { ownerTag } from './owner';
import type { Owned, Request } from './request';
import { same } from './same';
import type { Settings } from './settings';
import { mergedParts, type Step } from './steps';

/** What a distribution is created with, where the template is silent. Not managed afterwards. */
const initial = ({ stackRegion }: Owned): Settings => ({
  'origin.regionName': stackRegion,
  'defaultCacheBehavior': 'cache',
  'bundleId': 'small_1_0',
});

/** The one call that carries everything it can: what it cannot (`isEnabled: false`, tags without a value) follows. */
export function createStep(request: Request, owned: Owned, at: number): Step {
  const { distributionName, resource } = request;
  const { bundleId, ipAddressType, ...desired } = carried({ ...initial(owned), ...request.desired });
  // Without a certificate there is nothing to say of the default one; and no call creates a distribution that is disabled.
  const { useDefaultCertificate: _default, isEnabled: _enabled, ...parts } = mergedParts(desired);
  const tags: Tag[] = [
    // Lightsail refuses a tag without a value here, and takes it later.
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

/** Empty lists, empty texts and what is switched off: a new distribution has it so, and the call may refuse to hear it. */
function carried(settings: Settings): Settings {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== false && !same(value, undefined)));
}
