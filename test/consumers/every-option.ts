import { App, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { Resource, Synthesized } from './cdk';
import {
  Distribution, DistributionCacheReset, DistributionSettings, OnExisting, type DistributionCacheResetProps, type DistributionProps,
  type DistributionSettingsProps,
} from '../../src';
import { EVERY_OPTION, EVERY_OPTION_OF_CACHE_RESET } from '../every-option';

const OPTIONS = { ...EVERY_OPTION, waitForDeployment: false, timeout: Duration.minutes(20) };

/** What the program `every_option` of each language gives the constructs. */
export const DISTRIBUTION: DistributionProps = {
  ...OPTIONS, distributionName: 'shop', tags: { team: 'web' }, removalPolicy: RemovalPolicy.DESTROY, onExisting: OnExisting.ADOPT,
};
export const SETTINGS: Omit<DistributionSettingsProps, 'distribution'> = OPTIONS;
export const CACHE_RESET: Omit<DistributionCacheResetProps, 'distribution' | 'executeAfter'> = EVERY_OPTION_OF_CACHE_RESET;

/** The custom resources that come of it in TypeScript. */
export function everyOption(): Readonly<Record<string, Resource>> {
  const stack = new Stack(new App(), 'EveryOption', { env: { region: 'eu-west-1' } });
  new Distribution(stack, 'Shop', DISTRIBUTION);
  const distribution = Distribution.fromDistributionAttributes(stack, 'Blog', { distributionName: 'blog' });
  const settings = new DistributionSettings(stack, 'Settings', { ...SETTINGS, distribution });
  new DistributionCacheReset(stack, 'Reset', { ...CACHE_RESET, distribution, executeAfter: [settings] });
  return customResources(Template.fromStack(stack).toJSON() as Synthesized['template']);
}

export function customResources({ Resources }: Synthesized['template']): Readonly<Record<string, Resource>> {
  return Object.fromEntries(Object.entries(Resources)
    .filter(([, { Type }]) => Type.startsWith('Custom::LightsailDistribution'))
    // The time of the synthesis is another one each time.
    .map(([id, { Type, Properties }]) => [id, { Type, Properties: { ...Properties, reconciledAt: typeof Properties.reconciledAt } }]));
}
