import type { CloudFormation, StackDescription } from './cloudformation';
import { EMPTY_TEMPLATE, NESTED_STACK, type Template } from './template';
import { resourceTypeOf } from '../resource-types';

/** What the last deployment of a stack left. */
export interface DeployedStack {
  readonly description: StackDescription;
  readonly template: Template;
  /** By logical id. */
  readonly physicalIds: Readonly<Record<string, string>>;
  readonly nested: Readonly<Record<string, DeployedStack>>;
  /** Why its resources were not looked at. */
  readonly unreadable?: string;
}

/** Before a stack has one of these statuses it was never deployed, or the CDK CLI deletes it first. */
const NOT_DEPLOYED = new Set(['REVIEW_IN_PROGRESS', 'ROLLBACK_COMPLETE', 'DELETE_COMPLETE']);

/** `undefined` when there is none. */
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
