import { CACHE_RESET } from '../../../lambda/cache-reset/controller';
import type { Account } from '../account';
import type { Stack } from '../cloudformation';
import type { ResourceRequest } from '../provider-framework';

export const RESET_RESOURCE = { resourceType: CACHE_RESET, logicalId: 'Reset' };

/** The properties of a cache reset, as the construct sends them. */
export const resetProperties = (trigger = 'v1', more: object = {}): ResourceRequest['properties'] => ({ distributionName: 'my-cdn', triggers: [trigger], ...more });

/** The stack of a cache reset that was deployed two hours ago, with the trigger `v1`. */
export async function deployedReset(account: Account, properties = resetProperties()): Promise<Stack> {
  account.service.seeds.seedDistribution('my-cdn', {});
  const stack = account.stack('content', RESET_RESOURCE);
  await stack.create(properties);
  account.pass(7_200);
  account.calls();
  return stack;
}

/** Returns the number of cache resets that Lightsail accepted. */
export function resetsOf(account: Account): number {
  return account.service.snapshot().operations.filter(({ operationType }) => operationType === 'ResetDistributionCache').length;
}
