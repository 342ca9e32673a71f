import type { CfnResource, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { LocalAws } from '../../local-aws/local-aws';
import { Distribution, DistributionSettings } from '../../src';

/** A resource that fails seconds after it has begun, as its distribution is never idle. */
export function failingSibling(stack: Stack, after?: IConstruct): void {
  const sibling = new DistributionSettings(stack, 'Sibling', {
    distribution: Distribution.fromDistributionName(stack, 'OfSibling', siblingName(stack.stackName)),
    enabled: false,
  });
  // The construct takes nothing below a minute.
  (sibling.node.defaultChild as CfnResource).addPropertyOverride('timeoutSeconds', 3);
  if (after) sibling.node.addDependency(after);
}

export async function seedSibling({ lightsail }: LocalAws, stackName: string): Promise<void> {
  await lightsail.seedDistribution(siblingName(stackName), { status: 'InProgress' });
}

function siblingName(stackName: string): string {
  return `${stackName}-sibling`;
}
