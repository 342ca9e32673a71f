import { App, Stack, type StackProps } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Distribution, DistributionSettings, type DistributionOptions, type DistributionSettingsProps } from '../../src';

export const RESOURCE_TYPE = 'Custom::LightsailDistributionSettings';

/** The properties that these props have in the template. */
export function propertiesOf(props: Partial<DistributionSettingsProps>, stack = new Stack(new App(), 'Site')): Record<string, unknown> {
  addSettings(stack, 'Cdn', props);
  const [resource] = Object.values(Template.fromStack(stack).findResources(RESOURCE_TYPE));
  return resource.Properties;
}

/** The settings that these options have in the template. */
export function settingsOf(options: DistributionOptions): Record<string, unknown> {
  return propertiesOf(options).settings as Record<string, unknown>;
}

/** Settings of `my-cdn` in a stack of their own. */
export function define(props: Partial<DistributionSettingsProps>): DistributionSettings {
  return addSettings(new Stack(new App(), 'Site'), 'Cdn', props);
}

/** Settings of `my-cdn` beside whatever the stack has. */
export function addSettings(stack: Stack, id: string, props: Partial<DistributionSettingsProps>): DistributionSettings {
  return new DistributionSettings(stack, id, {
    distribution: Distribution.fromDistributionName(stack, `${id}Distribution`, 'my-cdn'),
    ...props,
  });
}

/** The template of a stack with the least that settings can be. */
export function template(props?: StackProps): Template {
  const stack = new Stack(new App(), 'Site', props);
  addSettings(stack, 'Cdn', { enabled: true });
  return Template.fromStack(stack);
}
