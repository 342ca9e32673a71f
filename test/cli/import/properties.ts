import { App, CfnResource, type Stack } from 'aws-cdk-lib';
import type { Printed } from './compiled';
import { asCloudFormationSends } from '../../lambda/cloudformation-strings';

export interface Properties extends Readonly<Record<string, unknown>> {
  readonly distributionName: string;
  readonly settings: object;
  readonly tags?: object[];
}

interface Template {
  readonly Resources: Readonly<Record<string, { readonly Properties: Properties }>>;
}

/** The properties of the custom resources of a printed program, as the handler receives them. */
export function propertiesOf({ ImportedStack }: Printed): readonly Properties[] {
  const stack = new ImportedStack(new App(), 'Imported') as Stack;
  return stack.node.findAll().filter((one): one is CfnResource => CfnResource.isCfnResource(one) && one.cfnResourceType.startsWith('Custom::Lightsail'))
    .map((resource) => {
      // Only this resource is resolved, because resolving the whole stack takes ten times as long.
      const [{ Properties: properties }] = Object.values((stack.resolve(resource._toCloudFormation()) as Template).Resources);
      return asCloudFormationSends(properties) as Properties;
    });
}
