import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { Construct } from 'constructs';
import { Distribution, DistributionCacheReset, DistributionSettings, OnExisting } from '../../src';

export interface Statement {
  readonly Effect: 'Allow';
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

export interface Policy {
  readonly Version: string;
  readonly Statement: readonly Statement[];
}

export const ACCOUNT = '111122223333';

/** What a stack uses of the library. */
export type Use = 'settings' | 'owned' | 'adopting' | 'cacheReset' | 'ownCacheReset';

const DEFINE: Readonly<Record<Use, (scope: Construct) => unknown>> = {
  settings: (scope) => new DistributionSettings(scope, 'Settings', {
    distribution: Distribution.fromDistributionName(scope, 'Imported', 'my-cdn'), enabled: true,
  }),
  owned: (scope) => new Distribution(scope, 'Owned', { origin: { name: 'web' } }),
  cacheReset: (scope) => new DistributionCacheReset(scope, 'Reset', { distribution: Distribution.fromDistributionName(scope, 'Foreign', 'my-cdn') }),
  ownCacheReset: (scope) => new DistributionCacheReset(scope, 'OwnReset', { distribution: new Distribution(scope, 'Own', { origin: { name: 'web' } }) }),
  adopting: (scope) => new Distribution(scope, 'Adopting', { origin: { name: 'web' }, distributionName: 'old-cdn', onExisting: OnExisting.ADOPT }),
};

const known = new Map<string, readonly Policy[]>();

/** The policies of the role of the handler, as CloudFormation resolves them for a stack of this id. */
export function policiesOf(uses: readonly Use[], stackId: string): readonly Policy[] {
  const key = [...uses, stackId].join(' ');
  const policies = known.get(key) ?? synthesize(uses, stackId);
  known.set(key, policies);
  return policies;
}

function synthesize(uses: readonly Use[], stackId: string): readonly Policy[] {
  const stack = new Stack(new App(), 'Site');
  for (const use of uses) DEFINE[use](stack);
  const template = Template.fromStack(stack);
  const isOurs = (id: string) => id.startsWith('LightsailDistributionProviderRole') || id.startsWith('LightsailDistributionProviderOwnership');
  const resources = [...Object.entries(template.findResources('AWS::IAM::Role')), ...Object.entries(template.findResources('AWS::IAM::Policy'))];
  return resources.filter(([id]) => isOurs(id)).flatMap(([, { Properties }]) =>
    [...(Properties.Policies ?? []), ...(Properties.PolicyDocument ? [Properties] : [])]
      .map(({ PolicyDocument }: { PolicyDocument: object }) => resolved(PolicyDocument, stackId) as Policy))
    .filter(({ Statement }) => JSON.stringify(Statement).includes('"lightsail:'));
}

/** `Fn::Join` and the pseudo parameters. */
function resolved(value: unknown, stackId: string): unknown {
  if (Array.isArray(value)) return value.map((one) => resolved(one, stackId));
  if (typeof value !== 'object' || value === null) return value;
  const { Ref: reference, 'Fn::Join': join } = value as { readonly 'Ref'?: string; readonly 'Fn::Join'?: [string, unknown[]] };
  if (join) return join[1].map((part) => resolved(part, stackId)).join(join[0]);
  if (reference) return ({ 'AWS::Partition': 'aws', 'AWS::AccountId': ACCOUNT, 'AWS::StackId': stackId } as Record<string, string>)[reference];
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, resolved(member, stackId)]));
}
