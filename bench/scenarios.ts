import type { CreateDistributionRequest } from '@aws-sdk/client-lightsail';

export const NAME = 'shop';
export const ORIGIN = 'web';

type Members = 'origin' | 'bundleId' | 'defaultCacheBehavior' | 'cacheBehaviorSettings' | 'cacheBehaviors' | 'tags';

/** The desired state of a distribution, in the terms of the Lightsail API. */
export type DesiredState = { readonly [M in Members]: NonNullable<CreateDistributionRequest[M]> } & { readonly certificateName?: string };

/** The states before and after a deployment. A create has no `from`, and a delete has no `to`. */
export interface Scenario {
  readonly name: string;
  readonly from?: DesiredState;
  readonly to?: DesiredState;
}

export const plain: DesiredState = {
  origin: { name: ORIGIN, regionName: 'eu-west-1', protocolPolicy: 'http-only' },
  bundleId: 'small_1_0',
  defaultCacheBehavior: { behavior: 'cache' },
  cacheBehaviorSettings: { defaultTTL: 86_400, minimumTTL: 60, maximumTTL: 604_800 },
  cacheBehaviors: [{ path: '/api/*', behavior: 'dont-cache' }],
  tags: [{ key: 'stage', value: 'test' }],
};
const oneSetting = { ...plain, cacheBehaviorSettings: { ...plain.cacheBehaviorSettings, defaultTTL: 3_600 } };
const fiveSettings: DesiredState = {
  ...plain,
  origin: { ...plain.origin, protocolPolicy: 'https-only' },
  defaultCacheBehavior: { behavior: 'dont-cache' },
  cacheBehaviorSettings: { ...plain.cacheBehaviorSettings, defaultTTL: 3_600, minimumTTL: 0 },
  cacheBehaviors: [{ path: '/images/*', behavior: 'cache' }],
};
const certificates = ['certificate-of-2025', 'certificate-of-2026'] as const;

export const CERTIFICATES: readonly string[] = certificates;

export const scenarios = [
  { name: 'create', to: plain },
  { name: 'no-op', from: plain, to: plain },
  { name: 'one setting', from: plain, to: oneSetting },
  { name: 'five settings', from: plain, to: fiveSettings },
  { name: 'tags only', from: plain, to: { ...plain, tags: [{ key: 'stage', value: 'production' }] } },
  { name: 'certificate swap', from: { ...plain, certificateName: certificates[0] }, to: { ...plain, certificateName: certificates[1] } },
  { name: 'delete', from: plain },
] as const satisfies readonly Scenario[];
