import type { AssemblyStack } from '../../../cli/cloud-assembly/assembly-stack';
import { inOrderOfDependencies } from '../../../cli/cloudformation/dependencies';
import type { Template, TemplateResource } from '../../../cli/cloudformation/template';
import { makePlan } from '../../../cli/plan/make-plan';
import type { Plan } from '../../../cli/plan/model';
import { printPlan } from '../../../cli/plan/print-plan';
import { DISTRIBUTION } from '../../../lambda/distribution/name';
import { Account } from '../../lambda/account';
import { fakeAws, assemblyStack, templateOf, type FakeStack } from '../fake-aws';
import { simulatedLive } from '../simulated-live';

/** Plain output without colors, not to a terminal. */
export const PAPER = { styled: (_style: unknown, text: string) => text, columns: 80, isInteractive: false };

/** The custom resource of a distribution, as the construct renders it. */
export const distribution = (settings: object = {}, more: object = {}, attributes: Partial<TemplateResource> = {}): TemplateResource => ({
  Type: DISTRIBUTION,
  Properties: {
    ServiceToken: { 'Fn::GetAtt': ['Provider', 'Arn'] }, distributionName: 'my-cdn', tags: [], ...more, settings: { origin: { name: 'web' }, ...settings },
  },
  ...attributes,
});

export interface Situation {
  /** The template of the last deployment. */
  readonly former?: Template;
  readonly template: Template;
  readonly physicalIds?: FakeStack['physicalIds'];
  readonly description?: FakeStack['description'];
  readonly stack?: Partial<AssemblyStack>;
  readonly exported?: Readonly<Record<string, string>>;
  /** Prepares the account before the last deployment. */
  readonly before?: (account: Account) => void;
  /** Changes the account after the last deployment. */
  readonly outside?: (account: Account) => void;
}

export const WEB = 'arn:aws:cloudformation:eu-west-1:111122223333:stack/web/0b5f8a1e';

/** Returns the plan in a situation. The handler makes the last deployment, for each distribution with literal properties. */
export async function planIn(situation: Situation): Promise<Plan> {
  const { former, template, physicalIds, description, stack, exported, before, outside } = situation;
  const account = new Account();
  before?.(account);
  for (const logicalId of former ? inOrderOfDependencies(former) : []) {
    const { Type, Properties = {} } = former!.Resources![logicalId];
    if (!Type.startsWith('Custom::Lightsail')) continue;
    const { ServiceToken: _token, ...properties } = Properties;
    const { status, reasons } = await account.stack('web', { logicalId, resourceType: Type, stackId: WEB }).create(properties);
    if (status !== 'CREATE_COMPLETE') throw new Error(reasons.join());
  }
  account.pass(7_200);
  outside?.(account);
  const deployed = former && { web: { template: former, physicalIds: { Cdn: 'my-cdn', ...physicalIds }, description } };
  return makePlan([assemblyStack(template, stack)], fakeAws(simulatedLive(account.service), deployed, exported), account.clock.now());
}

export async function linesIn(situation: Situation): Promise<readonly string[]> {
  return printPlan(await planIn(situation), PAPER);
}

export { templateOf };
