import { join } from 'node:path';
import { Duration } from 'aws-cdk-lib';
import { isWrite, loggedCallsFor } from './calls';
import { owned, seedOrigin, synthesize } from './synthesize';
import type { DriftReport } from '../../cli/drift/model';
import { plannedInput } from '../../cli/dry-run/planned-call';
import type { Plan } from '../../cli/plan/model';
import type { CdkApp } from '../../local-aws/cdk-cli';
import { runCommand } from '../../local-aws/command';
import { REGION, ROOT } from '../../local-aws/environment';
import { LocalAws } from '../../local-aws/local-aws';
import { DistributionCacheReset, type DistributionProps } from '../../src';

const NAME = 'planned';

let local: LocalAws;
beforeAll(async () => {
  local = await LocalAws.start({ operationSeconds: 1, deploymentSeconds: 2 });
  await seedOrigin(local);
});
afterAll(() => local.close());

const program = (...args: readonly string[]) =>
  runCommand(join(ROOT, 'bin', 'cdk-lightsail-distribution'), args, { cwd: ROOT, env: local.env, signal: new AbortController().signal });

const app = (props: Partial<DistributionProps>, trigger: string) => synthesize(local, 'Planned', (stack) => {
  const distribution = owned(stack, { distributionName: NAME, ...props });
  new DistributionCacheReset(stack, 'Reset', { distribution, triggers: [trigger] });
});

async function planOf({ app: directory = '' }: CdkApp): Promise<Plan> {
  const { exitCode, stdout, output } = await program('plan', '--app', directory, '--json', '--detailed-exitcode');
  if (exitCode === 1) throw new Error(output);
  const plan = JSON.parse(stdout) as Plan;
  expect(exitCode).toBe(plan.summary.calls > 0 ? 2 : 0);
  return plan;
}

/** Deploys an assembly. Returns its writes in the form of a plan. */
async function deployed(assembly: CdkApp): Promise<object[]> {
  const before = (await loggedCallsFor(local, NAME)).length;
  expect((await local.cdk.deploy(assembly)).exitCode).toBe(0);
  return (await loggedCallsFor(local, NAME)).slice(before).filter(({ operation }) => isWrite(operation))
    .map(({ operation, input, outcome }) => ({ call: operation, input: plannedInput(input as object), isRefused: outcome !== 'ok' }));
}

/** Replaces the id of the stack, and the fence key that depends on it. They are unknown in the plan of a new stack. */
const masked = (calls: object[]) => JSON.parse(JSON.stringify(calls)
  .replace(/(stack\/Planned\/)[0-9a-f-]{36}/g, '$1(known after deployment)')
  .replace(/:request:[0-9a-f]{12}/g, ':request:(known after deployment)')) as object[];

const callsOf = ({ stacks }: Plan) => stacks.flatMap(({ resources }) => resources.flatMap(({ calls }) => calls));

test('plan reports what the CDK CLI deploys, and drift reports what was changed outside the stack', async () => {
  const first = app({ cacheBehaviorSettings: { defaultTtl: Duration.hours(1) }, tags: { stage: 'test' } }, 'v1');
  const creation = await planOf(first);
  expect(masked(await deployed(first))).toEqual(callsOf(creation));

  const second = app({ cacheBehaviorSettings: { defaultTtl: Duration.hours(2) }, defaultRootObject: 'index.html', tags: { stage: 'production' } }, 'v2');
  const update = await planOf(second);
  expect(update.summary).toMatchObject({ actions: { update: 2 }, edgeDeployments: 1, failures: 0, drift: 0 });
  expect(await deployed(second)).toEqual(callsOf(update));

  const { exitCode, output } = await program('plan', '--app', second.app!, '--detailed-exitcode');
  expect([exitCode, output.split('\n').at(-1)]).toEqual([0, 'Plan: no changes, 2 unchanged.']);
  expect((await program('drift', 'Planned', '--region', REGION)).exitCode).toBe(0);

  await local.lightsail.changeOutsideStack(NAME, { defaultRootObject: 'theirs.html' });
  const drift = await program('drift', '--region', REGION, '--json');
  expect(drift.exitCode).toBe(2);
  expect((JSON.parse(drift.stdout) as DriftReport).stacks).toEqual([{
    stackName: 'Planned',
    region: REGION,
    resources: [{
      path: expect.stringMatching(/^Planned\/Cdn/),
      type: 'Custom::LightsailDistribution',
      name: NAME,
      drift: [{ setting: 'defaultRootObject', deployed: 'index.html', live: 'theirs.html' }],
      reconciliation: {
        kind: 'calls',
        calls: [{ call: 'UpdateDistribution', input: { distributionName: NAME, defaultRootObject: 'index.html' }, isRefused: false }],
        edgeDeployments: 1,
      },
      knownAfterDeployment: [],
    }],
  }]);
  expect((await planOf(second)).stacks[0].resources[0]).toMatchObject({ action: 'none', drift: [{ setting: 'defaultRootObject', fate: 'left' }] });
});
