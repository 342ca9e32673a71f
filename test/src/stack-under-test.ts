import { App, Stack, type StackProps } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Distribution, DistributionSettings, type DistributionProps, type DistributionSettingsProps } from '../../src';
import type { SettingsOptions } from '../../src/private/render-settings';

export const RESOURCE_TYPE = 'Custom::LightsailDistributionSettings';
export const OWNED_TYPE = 'Custom::LightsailDistribution';

/** A stack in a new app. */
export const newStack = (props?: StackProps) => new Stack(new App(), 'Site', props);

/** The properties that these props render to in the template. */
export function propertiesOf(props: Partial<DistributionSettingsProps>, stack = newStack()): Record<string, unknown> {
  addSettings(stack, 'Cdn', props);
  const [resource] = Object.values(Template.fromStack(stack).findResources(RESOURCE_TYPE));
  return resource.Properties;
}

/** The settings that these options render to in the template. */
export function settingsOf(options: SettingsOptions): Record<string, unknown> {
  return propertiesOf(options).settings as Record<string, unknown>;
}

/** Settings of `my-cdn` in a new stack. */
export function define(props: Partial<DistributionSettingsProps>): DistributionSettings {
  return addSettings(newStack(), 'Cdn', props);
}

/** Adds settings of `my-cdn` to a stack. */
export function addSettings(stack: Stack, id: string, props: Partial<DistributionSettingsProps>): DistributionSettings {
  return new DistributionSettings(stack, id, {
    distribution: Distribution.fromDistributionName(stack, `${id}Distribution`, 'my-cdn'),
    ...props,
  });
}

/** Adds a distribution with the origin `web` to a stack. */
export function addDistribution(stack: Stack, id = 'Cdn', props: Partial<DistributionProps> = {}): Distribution {
  return new Distribution(stack, id, { origin: { name: 'web' }, ...props });
}

/** The only distribution in the template of a stack. */
export function ownedResource(stack: Stack): { Properties: Record<string, unknown>; DeletionPolicy: string; UpdateReplacePolicy: string } {
  const [resource] = Object.values(Template.fromStack(stack).findResources(OWNED_TYPE));
  return resource as ReturnType<typeof ownedResource>;
}

/** The properties that these props of a `Distribution` render to in the template. */
export function ownedPropertiesOf(props: Partial<DistributionProps>, stack = newStack()): Record<string, unknown> {
  addDistribution(stack, 'Cdn', props);
  return ownedResource(stack).Properties;
}

/** The template of a stack with minimal settings. */
export function template(props?: StackProps): Template {
  const stack = newStack(props);
  addSettings(stack, 'Cdn', { enabled: true });
  return Template.fromStack(stack);
}
