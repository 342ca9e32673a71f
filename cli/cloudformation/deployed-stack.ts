import type { CloudFormation, StackDescription } from './cloudformation';
import { EMPTY_TEMPLATE, NESTED_STACK, type Template } from './template';
import { resourceTypeOf } from '../resource-types';

/** The result of the last deployment of a stack. */
export interface DeployedStack {
  readonly description: StackDescription;
  readonly template: Template;
  /** The physical ids, by logical id. */
  readonly physicalIds: Readonly<Record<string, string>>;
  readonly nested: Readonly<Record<string, DeployedStack>>;
  /** The reason why its resources cannot be read. */
  readonly unreadable?: string;
}

/** A stack with one of these statuses was never deployed, or the CDK CLI deletes it before the next deployment. */
const NOT_DEPLOYED = new Set(['REVIEW_IN_PROGRESS', 'ROLLBACK_COMPLETE', 'DELETE_COMPLETE']);

/** Returns `undefined` if the stack is not deployed. */
export async function readDeployedStack(cloudFormation: CloudFormation, name: string): Promise<DeployedStack | undefined> {
  const description = await cloudFormation.stack(name);
  return description === undefined || NOT_DEPLOYED.has(description.status) ? undefined : readDescribedStack(cloudFormation, description);
}

export async function readDescribedStack(cloudFormation: CloudFormation, description: StackDescription): Promise<DeployedStack> {
  const template = parseTemplate(await cloudFormation.template(description.id));
  if (template === undefined) {
    return { description, template: EMPTY_TEMPLATE, physicalIds: {}, nested: {}, unreadable: 'its template is not JSON' };
  }
  const isOfInterest = Object.values(template.Resources ?? {}).some(({ Type }) => Type === NESTED_STACK || resourceTypeOf(Type) !== undefined);
  if (!isOfInterest) return { description, template, physicalIds: {}, nested: {} };
  const resources = await cloudFormation.resources(description.id);
  const physicalIds = Object.fromEntries(
    resources.flatMap(({ logicalId, physicalId }) => (physicalId === undefined ? [] : [[logicalId, physicalId]])),
  );
  const nested: Record<string, DeployedStack> = {};
  for (const { logicalId, type, physicalId } of resources) {
    const stack = type === NESTED_STACK && physicalId !== undefined ? await readDeployedStack(cloudFormation, physicalId) : undefined;
    if (stack !== undefined) nested[logicalId] = stack;
  }
  return { description, template, physicalIds, nested };
}

function parseTemplate(text: string): Template | undefined {
  try {
    return JSON.parse(text) as Template;
  } catch {
    return undefined;
  }
}
