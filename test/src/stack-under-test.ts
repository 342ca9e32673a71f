import { App, Stack, type StackProps } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Distribution, DistributionSettings, type DistributionProps, type DistributionSettingsProps } from '../../src';
import type { SettingsOptions } from '../../src/private/render-settings';

export const RESOURCE_TYPE = 'Custom::LightsailDistributionSettings';
export const OWNED_TYPE = 'Custom::LightsailDistribution';

/** A stack in an app of its own. */
export const newStack = (props?: StackProps) => new Stack(new App(), 'Site', props);

/** The properties that these props have in the template. */
export function propertiesOf(props: Partial<DistributionSettingsProps>, stack = newStack()): Record<string, unknown> {
  addSettings(stack, 'Cdn', props);
  const [resource] = Object.values(Template.fromStack(stack).findResources(RESOURCE_TYPE));
  return resource.Properties;
}

/** The settings that these options have in the template. */
export function settingsOf(options: SettingsOptions): Record<string, unknown> {
  return propertiesOf(options).settings as Record<string, unknown>;
}

/** Settings of `my-cdn` in a stack of their own. */
export function define(props: Partial<DistributionSettingsProps>): DistributionSettings {
  return addSettings(newStack(), 'Cdn', props);
}

/** Settings of `my-cdn` beside whatever the stack has. */
export function addSettings(stack: Stack, id: string, props: Partial<DistributionSettingsProps>): DistributionSettings {
  return new DistributionSettings(stack, id, {
    distribution: Distribution.fromDistributionName(stack, `${id}Distribution`, 'my-cdn'),
    ...props,
  });
}

/** A distribution of the stack's own, from `web`. */
export function addDistribution(stack: Stack, id = 'Cdn', props: Partial<DistributionProps> = {}): Distribution {
  return new Distribution(stack, id, { origin: { name: 'web' }, ...props });
}

/** The one distribution in the template of a stack. */
export function ownedResource(stack: Stack): { Properties: Record<string, unknown>; DeletionPolicy: string; UpdateReplacePolicy: string } {
  const [resource] = Object.values(Template.fromStack(stack).findResources(OWNED_TYPE));
  return resource as ReturnType<typeof ownedResource>;
}

/** The properties that these props of a `Distribution` have in the template. */
export function ownedPropertiesOf(props: Partial<DistributionProps>, stack = newStack()): Record<string, unknown> {
  addDistribution(stack, 'Cdn', props);
  return ownedResource(stack).Properties;
}

/** The template of a stack with the least that settings can be. */
export function template(props?: StackProps): Template {
  const stack = newStack(props);
  addSettings(stack, 'Cdn', { enabled: true });
  return Template.fromStack(stack);
}
