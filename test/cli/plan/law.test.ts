import * as fc from 'fast-check';
import { readDeployedStack } from '../../../cli/cloudformation/deployed-stack';
import { canonical, type Value } from '../../../cli/cloudformation/value';
import { makeReport } from '../../../cli/drift/make-report';
import { asCloudFormationSends } from '../../../cli/dry-run/cloudformation-strings';
import { plannedInput } from '../../../cli/dry-run/planned-call';
import { makePlan } from '../../../cli/plan/make-plan';
import type { ResourcePlan } from '../../../cli/plan/model';
import { DISTRIBUTION } from '../../../lambda/distribution/name';
import type { Settings } from '../../../lambda/distribution/settings';
import type { ServiceBehaviour } from '../../../simulator';
import { Account, owned } from '../../lambda/account';
import { acceptableSettings, anyBehaviour, anySettings } from '../../lambda/arbitraries';
import { nested } from '../../lambda/cloudformation-strings';
import { assemblyStack, fakeAws, REGION, templateOf } from '../fake-aws';
import { simulatedLive } from '../simulated-live';

beforeAll(() => void jest.spyOn(console, 'info').mockImplementation(() => undefined));

const anyDesired = fc.oneof(
  { weight: 3, arbitrary: acceptableSettings.map((settings): Settings => ({ 'origin.name': 'web-1', ...settings })) },
  // Lightsail refuses some of these. A plan does not read the type of a new origin, so it does not know that a bucket requires HTTPS.
  { weight: 1, arbitrary: anySettings.map((settings): Settings => ({ 'origin.name': 'web-1', ...settings, 'origin.protocolPolicy': 'https-only' })) },
);
const anyTags = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('', '1', '2'), { noNullPrototype: true });
const anyName = fc.constantFrom('my-cdn', 'my-cdn', 'my-cdn', 'new-cdn', 'theirs', 'nobodys');
const anyTemplate = fc.record({ settings: anyDesired, tags: anyTags, name: anyName, onExisting: fc.constantFrom('fail', 'adopt') });
const anyOutside = fc.record({
  patch: fc.constantFrom<object | undefined>(
    undefined, undefined, { defaultRootObject: 'theirs.html' }, { cacheBehaviorSettings: { maximumTTL: 20_000_000 } }, { isEnabled: false },
    { ableToUpdateBundle: false }, { tags: [] },
  ),
  event: fc.constantFrom('none', 'none', 'deleted', 'deploying'),
  certificate: fc.constantFrom('ISSUED', 'ISSUED', 'PENDING_VALIDATION', 'EXPIRED'),
});

/** The number of runs. LAW_RUNS=3000 makes more. */
const RUNS = Number(process.env.LAW_RUNS ?? 150);

type Any<T> = T extends fc.Arbitrary<infer V> ? V : never;

function account(behaviour: Partial<ServiceBehaviour>): Account {
  const one = new Account(behaviour);
  for (const regionName of ['us-east-1', 'eu-west-1'] as const) {
    for (const name of ['web-1', 'web-2']) one.service.seeds.seedOrigin(name, { regionName, resourceType: 'Bucket' });
  }
  one.service.seeds.seedDistribution('theirs', { tags: [{ key: 'cdk-lightsail-distribution:owner', value: 'created stack/Theirs' }] });
  one.service.seeds.seedDistribution('nobodys', { tags: [{ key: 'a', value: '1' }] });
  // A younger distribution could be the orphan of a cancelled request.
  one.pass(7_200);
  return one;
}

const properties = ({ settings, tags, name, onExisting }: Any<typeof anyTemplate>) => ({
  ...owned({}, { distributionName: name, onExisting, tags: Object.entries(tags).map(([key, value]) => ({ key, value })) }),
  settings: nested(settings),
});

const resources = (props: object) => ({ Cdn: { Type: DISTRIBUTION, Properties: { ServiceToken: 'arn:aws:lambda:…', ...props } } });

/** The writes, in the format of a plan. */
const written = (one: Account, since: number) => one.writes.slice(since).map(({ operation, input, outcome }) =>
  ({ call: operation, input: plannedInput(input as object), isRefused: outcome !== 'ok' }));

function change(one: Account, { patch, event, certificate }: Any<typeof anyOutside>, name: string): void {
  if (patch !== undefined) one.service.seeds.changeOutsideStack(name, patch);
  if (event === 'deleted') one.service.seeds.removeDistribution(name);
  if (event === 'deploying') one.service.seeds.deployOutsideStack(name, { defaultRootObject: 'busy.html' });
  one.service.seeds.seedCertificate('cert-1', { domainName: 'example.com', subjectAlternativeNames: ['www.example.com'], status: certificate });
}

const ofPlan = ({ calls }: ResourcePlan) => JSON.parse(JSON.stringify(calls)) as object[];

describe('what plan says is what the next deployment calls', () => {
  test('for an update, whatever the templates and the live state are', async () => {
    let compared = 0;
    await fc.assert(fc.asyncProperty(anyTemplate, anyTemplate, anyOutside, anyBehaviour, async (before, after, outside, given) => {
      // Of a change in progress, a plan knows only what Lightsail returns: neither its recent start, nor values that are returned once deployed.
      const behaviour = outside.event === 'deploying' ? { ...given, statusLagSeconds: 0, newSettingsShown: 'atOnce' as const } : given;
      const one = account(behaviour);
      const stack = one.stack();
      const first = properties({ ...before, name: 'my-cdn' });
      if ((await stack.create(first)).status !== 'CREATE_COMPLETE') return;
      one.pass(600);
      change(one, outside, 'my-cdn');

      const second = properties(after);
      const aws = fakeAws(simulatedLive(one.service), { web: { template: templateOf(resources(first)), physicalIds: { Cdn: 'my-cdn' } } });
      const reads = one.service.log.all.length;
      const { stacks: [{ resources: [plan] }] } = await makePlan([assemblyStack(templateOf(resources(second)))], aws, one.clock.now());
      if (!behaviour.pageSize) expect(one.service.log.all.length - reads).toBeLessThanOrEqual(5);

      const since = one.writes.length;
      if (canonical(asCloudFormationSends(first) as Value) === canonical(asCloudFormationSends(second) as Value)) {
        expect(plan).toMatchObject({ action: 'none', calls: [] });
        return;
      }
      const { status, reasons } = await stack.update(second);
      const real = written(one, since);
      compared += 1;
      expect(plan.failure).toBe(status === 'UPDATE_COMPLETE' ? reasons[0]?.split('\n')[0] : reasons[0].split('\n')[0]);
      // The calls after a failure are those of the rollback.
      expect(ofPlan(plan)).toEqual(plan.failure === undefined ? real : real.slice(0, plan.calls.length));
    }), { numRuns: RUNS });
    expect(compared).toBeGreaterThan(RUNS / 3);
  });

  test('for a new stack', async () => {
    await fc.assert(fc.asyncProperty(anyTemplate, anyOutside, async (template, outside) => {
      const one = account({});
      change(one, { ...outside, patch: undefined }, 'nobodys');
      const assembly = assemblyStack(templateOf(resources(properties(template))));
      const { stacks: [{ resources: [plan] }] } = await makePlan([assembly], fakeAws(simulatedLive(one.service)), one.clock.now());
      const since = one.writes.length;
      const stack = one.stack();
      const { status, reasons } = await stack.create(properties(template));
      const real = JSON.parse(JSON.stringify(written(one, since)).replaceAll('0b5f8a1e', '(known after deployment)')
        .replace(/:request:[0-9a-f]{12}/g, ':request:(known after deployment)')) as object[];
      expect(plan.failure).toBe(status === 'CREATE_COMPLETE' ? undefined : reasons[0].split('\n')[0]);
      expect(ofPlan(plan)).toEqual(plan.failure === undefined ? real : real.slice(0, plan.calls.length));
    }), { numRuns: 100 });
  });

  test('for a resource that is removed from the template', async () => {
    await fc.assert(fc.asyncProperty(anyTemplate, anyOutside, async (template, outside) => {
      const one = account({});
      const stack = one.stack();
      const name = template.name === 'theirs' ? 'my-cdn' : template.name;
      const first = properties({ ...template, name, onExisting: 'adopt' });
      if ((await stack.create(first)).status !== 'CREATE_COMPLETE') return;
      one.pass(600);
      change(one, outside, name);
      const aws = fakeAws(simulatedLive(one.service), { web: { template: templateOf(resources(first)), physicalIds: { Cdn: name } } });
      const { stacks: [{ resources: [plan] }] } = await makePlan([assemblyStack(templateOf({}))], aws, one.clock.now());
      const since = one.writes.length;
      expect(await stack.delete()).toMatchObject({ status: plan.failure === undefined ? 'DELETE_COMPLETE' : 'DELETE_FAILED' });
      expect(ofPlan(plan)).toEqual(written(one, since));
    }), { numRuns: 100 });
  });
});

test('what drift says is what a deployment with reconcile calls, and nothing drifted right after a deployment', async () => {
  await fc.assert(fc.asyncProperty(anyTemplate, anyOutside, async (template, outside) => {
    const one = account({});
    const stack = one.stack();
    const props = properties({ ...template, name: 'my-cdn' });
    if ((await stack.create(props)).status !== 'CREATE_COMPLETE') return;
    one.pass(600);
    const aws = fakeAws(simulatedLive(one.service), { web: { template: templateOf(resources(props)), physicalIds: { Cdn: 'my-cdn' } } });
    const report = async () => makeReport([{ deployed: (await readDeployedStack(aws.cloudFormation(REGION), 'web'))!, region: REGION }], aws, one.clock.now());
    expect((await report()).summary).toEqual({ resources: 1, drifted: 0 });

    change(one, outside, 'my-cdn');
    const { stacks: [{ resources: [{ reconciliation, drift }] }] } = await report();
    const since = one.writes.length;
    const { status, reasons } = await stack.update({ ...props, reconciledAt: 'now' });
    const real = written(one, since);
    if (reconciliation.kind === 'fails') {expect(reasons[0].split('\n')[0]).toBe(reconciliation.message);} else {
      expect(status).toBe('UPDATE_COMPLETE');
      // Without drift, the report has no calls: a lost owner tag is not a setting.
      if (drift.length > 0) expect(reconciliation.kind === 'calls' ? JSON.parse(JSON.stringify(reconciliation.calls)) : []).toEqual(real);
    }
  }), { numRuns: 150 });
});

