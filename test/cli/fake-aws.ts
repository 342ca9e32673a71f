import type { AwsPorts } from '../../cli/aws-ports';
import type { AssemblyStack } from '../../cli/cloud-assembly/assembly-stack';
import type { CloudFormation, StackDescription, StackResource } from '../../cli/cloudformation/cloudformation';
import type { Template, TemplateResource } from '../../cli/cloudformation/template';
import type { LiveAccount } from '../../cli/live/live-account';

export const ACCOUNT = '111122223333';
export const REGION = 'eu-west-1';

/** A stack that was deployed. */
export interface FakeStack {
  readonly template: Template | string;
  readonly physicalIds?: Readonly<Record<string, string>>;
  readonly description?: Partial<StackDescription>;
}

type FakeStacks = Readonly<Record<string, FakeStack>>;

/** CloudFormation with these stacks, by name. */
export function fakeCloudFormation(stacks: FakeStacks, exported: Readonly<Record<string, string>> = {}): CloudFormation {
  const described = (name: string): StackDescription => ({
    id: `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/${name}/0b5f8a1e`,
    name,
    status: 'UPDATE_COMPLETE',
    parameters: {},
    outputs: {},
    isNested: false,
    ...stacks[name].description,
  });
  const nameOf = (nameOrId: string) => Object.keys(stacks).find((name) => name === nameOrId || described(name).id === nameOrId);
  return {
    stack: async (nameOrId) => {
      const name = nameOf(nameOrId);
      return name === undefined ? undefined : described(name);
    },
    stacks: async () => Object.keys(stacks).map(described),
    template: async (nameOrId) => {
      const { template } = stacks[nameOf(nameOrId)!];
      return typeof template === 'string' ? template : JSON.stringify(template);
    },
    resources: async (nameOrId) => {
      const { template, physicalIds = {} } = stacks[nameOf(nameOrId)!];
      return Object.entries((template as Template).Resources ?? {}).map(([logicalId, { Type }]): StackResource =>
        ({ logicalId, type: Type, ...(physicalIds[logicalId] !== undefined && { physicalId: physicalIds[logicalId] }) }));
    },
    exports: async () => new Map(Object.entries(exported)),
  };
}

export function fakeAws(live: LiveAccount, stacks: FakeStacks = {}, exported: Readonly<Record<string, string>> = {}): AwsPorts {
  return { live, cloudFormation: () => fakeCloudFormation(stacks, exported), account: async () => ACCOUNT, region: async () => REGION };
}

/** A template of these resources. */
export const templateOf = (Resources: Readonly<Record<string, TemplateResource>>, more: Template = {}): Template => ({ ...more, Resources });

/** A stack of the assembly. */
export const assemblyStack = (template: Template, more: Partial<AssemblyStack> = {}): AssemblyStack => ({
  id: 'web', stackName: 'web', account: ACCOUNT, region: REGION, parameters: {}, template, paths: {}, nested: {}, ...more,
});
