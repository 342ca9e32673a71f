import { siteOutcome, type SiteOutcome } from './outcome';
import { CACHE_RESET } from '../../lambda/cache-reset/controller';
import { STACK_ID, type ResourceRequest } from '../../test/lambda/provider-framework';
import { owned } from '../handler';
import { seedDistribution } from '../lightsail';
import { NAME, plain } from '../scenarios';
import type { VirtualTime } from '../virtual-time';

export interface CacheResetScenario {
  readonly name: string;
  /** The content that is deployed, and the content of the previous deployment. */
  readonly content: string;
  readonly formerContent?: string;
  /** A deployment to the edge is in progress. */
  readonly isBusy?: boolean;
}

export const cacheResetScenarios: readonly CacheResetScenario[] = [
  { name: 'content changed', formerContent: 'v1', content: 'v2' },
  { name: 'content unchanged', formerContent: 'v1', content: 'v1' },
  { name: 'new distribution', content: 'v1' },
  { name: 'busy distribution', formerContent: 'v1', content: 'v2', isBusy: true },
];

/** Each request rejects if the deployment fails. */
const REQUESTS = {
  /** `DistributionCacheReset`: the published bundle, behind the provider framework. */
  'ours': async ({ handler, pass }: VirtualTime, scenario: CacheResetScenario): Promise<void> => {
    await handler.succeed(ourRequest(scenario), pass);
  },
  /** The one call of AwsCustomResource at every Create and Update. */
  'AwsCustomResource\'s call, replayed': async ({ lightsail }: VirtualTime): Promise<void> => {
    await lightsail.resetDistributionCache({ distributionName: NAME });
  },
} as const;

export type CacheResetPeer = keyof typeof REQUESTS;
export const CACHE_RESET_PEERS = Object.keys(REQUESTS) as readonly CacheResetPeer[];

export async function runCacheReset(time: VirtualTime, peer: CacheResetPeer, scenario: CacheResetScenario): Promise<SiteOutcome> {
  const { simulator: { control }, edgeSeconds } = time;
  await time.startAnew();
  await seedDistribution(control, owned(NAME, plain));
  if (scenario.isBusy) await control.changeOutsideStack(NAME, { isEnabled: false }, { deploy: true });
  await control.clearCalls();
  const startedAt = time.now();
  const hasFailed = await REQUESTS[peer](time, scenario).then(() => false, (error: Error) => {
    if (error.name !== 'InvalidInputException') throw error;
    return true;
  });
  return siteOutcome({ calls: await control.calls(), route53Calls: [], startedAt, answeredAt: time.now(), edgeSeconds, hasFailed });
}

function ourRequest({ content, formerContent }: CacheResetScenario): ResourceRequest {
  const properties = (triggers: string) => ({ distributionName: NAME, triggers: [triggers] });
  return {
    type: formerContent === undefined ? 'Create' : 'Update',
    resourceType: CACHE_RESET,
    logicalId: 'CacheReset',
    properties: properties(content),
    ...(formerContent !== undefined && { old: properties(formerContent), physicalId: `${STACK_ID}/CacheReset` }),
  };
}
