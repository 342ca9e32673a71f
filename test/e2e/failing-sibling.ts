import type { CfnResource, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { LocalAws } from '../../local-aws/local-aws';
import { Distribution, DistributionSettings } from '../../src';

/** A resource that fails a few seconds after it starts, because its distribution is always busy. */
export function failingSibling(stack: Stack, after?: IConstruct): void {
  const sibling = new DistributionSettings(stack, 'Sibling', {
    distribution: Distribution.fromDistributionName(stack, 'OfSibling', siblingName(stack.stackName)),
    enabled: false,
  });
  // The construct does not accept a timeout of less than one minute.
  (sibling.node.defaultChild as CfnResource).addPropertyOverride('timeoutSeconds', 3);
  if (after) sibling.node.addDependency(after);
}

export async function seedSibling({ lightsail }: LocalAws, stackName: string): Promise<void> {
  await lightsail.seedDistribution(siblingName(stackName), { status: 'InProgress' });
}

function siblingName(stackName: string): string {
  return `${stackName}-sibling`;
}
