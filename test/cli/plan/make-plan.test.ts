import { distribution, PAPER, planIn, type Situation, templateOf, WEB } from './situations';
import type { AssemblyTemplate } from '../../../cli/cloud-assembly/assembly-stack';
import type { Template } from '../../../cli/cloudformation/template';
import { makePlan } from '../../../cli/plan/make-plan';
import type { ResourcePlan } from '../../../cli/plan/model';
import { printPlan } from '../../../cli/plan/print-plan';
import { Account } from '../../lambda/account';
import { CertificateAccount } from '../../lambda/certificate-account';
import { assemblyStack, fakeAws } from '../fake-aws';
import { simulatedLive } from '../simulated-live';

beforeAll(() => void jest.spyOn(console, 'info').mockImplementation(() => undefined));

const cdn = (...args: Parameters<typeof distribution>) => templateOf({ Cdn: distribution(...args) });
const resourcesIn = async (situation: Situation) => (await planIn(situation)).stacks[0].resources;
const calls = (plan: ResourcePlan) => plan.calls.map(({ call }) => call);

describe('values of the template', () => {
  const parameters = { Root: { Type: 'String', Default: 'index.html' }, Secret: { Type: 'AWS::SSM::Parameter::Value<String>' } };

  test('a parameter keeps the value of the last deployment', async () => {
    const [plan] = await resourcesIn({
      former: cdn({ defaultRootObject: 'old.html' }),
      template: templateOf({ Cdn: distribution({ defaultRootObject: { Ref: 'Root' } }) }, { Parameters: parameters }),
      description: { parameters: { Root: 'home.html' } },
    });
    expect(plan.changes).toEqual([{ setting: 'defaultRootObject', current: 'old.html', desired: 'home.html', cause: 'template' }]);
  });

  test('a value that only the deployment knows is left out, and the setting is not reverted', async () => {
    const [plan] = await resourcesIn({
      former: cdn({ defaultRootObject: 'old.html', isEnabled: true }),
      template: templateOf({ Cdn: distribution({ defaultRootObject: { Ref: 'Secret' }, isEnabled: false }) }, { Parameters: parameters }),
    });
    expect(plan).toMatchObject({ knownAfterDeployment: ['defaultRootObject'], changes: [{ setting: 'isEnabled', desired: false }] });
    expect(plan.changes).toHaveLength(1);
  });

  test('the same unknown expression in both templates is no change', async () => {
    const template = templateOf({ Cdn: distribution({ defaultRootObject: 'a', viewerMinimumTlsProtocolVersion: { 'Fn::GetAtt': ['Other', 'Version'] } }) });
    const account = new Account();
    account.service.seeds.seedDistribution('my-cdn', { defaultRootObject: 'a' });
    const aws = fakeAws(simulatedLive(account.service), { web: { template, physicalIds: { Cdn: 'my-cdn' } } });
    const { stacks: [{ resources: [plan] }] } = await makePlan([assemblyStack(template)], aws, account.clock.now());
    expect(plan).toMatchObject({ action: 'none', knownAfterDeployment: ['viewerMinimumTlsProtocolVersion'] });
  });

  test('a distribution whose name only the deployment knows', async () => {
    const [plan] = await resourcesIn({ template: cdn({}, { distributionName: { 'Fn::GetAtt': ['Other', 'Name'] } }) });
    expect(plan).toMatchObject({ action: 'unknown', name: '(known after deployment)', calls: [] });
  });

  test('a resource whose condition is not met', async () => {
    const template = { ...templateOf({ Cdn: distribution({}, {}, { Condition: 'No' }) }), Conditions: { No: { 'Fn::Equals': ['a', 'b'] } } };
    expect(await resourcesIn({ template })).toEqual([]);
    expect((await resourcesIn({ former: cdn(), template }))[0]).toMatchObject({ action: 'delete', calls: [{ call: 'DeleteDistribution' }] });
  });

  test('an imported value, and one that a stack before it exports', async () => {
    const importing = cdn({ defaultRootObject: { 'Fn::ImportValue': 'root' } });
    expect((await resourcesIn({ template: importing, exported: { root: 'home.html' } }))[0].calls[0].input).toMatchObject({ defaultRootObject: 'home.html' });

    const exporting = templateOf({ Other: distribution({}, { distributionName: 'other-cdn' }) }, { Outputs: { Root: { Value: 'new.html', Export: { Name: 'root' } } } });
    const account = new Account();
    const { stacks } = await makePlan([
      assemblyStack(exporting, { id: 'first', stackName: 'first' }), assemblyStack(importing),
    ], fakeAws(simulatedLive(account.service)), account.clock.now());
    expect(stacks[1].resources[0].calls[0].input).toMatchObject({ defaultRootObject: 'new.html' });
  });
});

describe('nested stacks', () => {
  const inner = (root: string): Template => ({
    ...templateOf({ Cdn: distribution({ defaultRootObject: { Ref: 'Root' } }) }),
    Parameters: { Root: { Type: 'String' } },
    Outputs: { Name: { Value: { 'Fn::GetAtt': ['Cdn', 'distributionName'] } }, Root: { Value: root } },
  });
  const outer = (root: string) => templateOf({
    Nested: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'x', Parameters: { Root: root } } },
    Reset: { Type: 'Custom::LightsailDistributionCacheReset', Properties: { distributionName: { 'Fn::GetAtt': ['Nested', 'Outputs.Name'] }, triggers: [root] } },
  });
  const nested = (template: Template): AssemblyTemplate => ({ template, paths: { Cdn: 'web/Nested/Cdn' }, nested: {} });

  async function deployed() {
    const account = new Account();
    await account.stack('web-Nested-ABC', { logicalId: 'Cdn', resourceType: 'Custom::LightsailDistribution' })
      .create({ distributionName: 'my-cdn', tags: [], settings: { origin: { name: 'web' }, defaultRootObject: 'old.html' } });
    account.pass(7_200);
    const aws = fakeAws(simulatedLive(account.service), {
      'web': { template: outer('old.html'), physicalIds: { Nested: 'web-Nested-ABC', Reset: `${WEB}/Reset` } },
      'web-Nested-ABC': {
        template: inner('old.html'),
        physicalIds: { Cdn: 'my-cdn' },
        description: { parameters: { Root: 'old.html' }, outputs: { Name: 'my-cdn' }, isNested: true },
      },
    });
    return { account, aws };
  }

  test('their parameters and outputs are followed in both directions', async () => {
    const { account, aws } = await deployed();
    const stack = assemblyStack(outer('new.html'), { nested: { Nested: nested(inner('new.html')) } });
    const { stacks: [{ resources }] } = await makePlan([stack], aws, account.clock.now());
    expect(resources.map((plan) => [plan.path, plan.name, plan.action, calls(plan)])).toEqual([
      ['web/Nested/Cdn', 'my-cdn', 'update', ['UpdateDistribution']],
      ['web/Reset', 'my-cdn', 'update', ['ResetDistributionCache']],
    ]);
  });

  test('of a new stack', async () => {
    const account = new Account();
    const stack = assemblyStack(outer('new.html'), { nested: { Nested: nested(inner('new.html')) } });
    const { stacks: [{ resources }] } = await makePlan([stack], fakeAws(simulatedLive(account.service)), account.clock.now());
    expect(resources.map((plan) => [plan.path, plan.action, calls(plan)])).toEqual([
      ['web/Nested/Cdn', 'create', ['CreateDistribution', 'UntagResource']],
      ['web/Reset', 'create', []],
    ]);
  });

  test('one that is removed from the template', async () => {
    const { account, aws } = await deployed();
    const { stacks: [{ resources }] } = await makePlan([assemblyStack(templateOf({}))], aws, account.clock.now());
    expect(resources.map((plan) => [plan.path, plan.action, calls(plan)])).toEqual([
      ['web/Reset', 'delete', []],
      ['web/Cdn', 'delete', ['DeleteDistribution']],
    ]);
  });

  test('a resource that is removed from one', async () => {
    const { account, aws } = await deployed();
    const stack = assemblyStack(templateOf({ Nested: outer('x').Resources!.Nested }), { nested: { Nested: nested(templateOf({})) } });
    const { stacks: [{ resources }] } = await makePlan([stack], aws, account.clock.now());
    expect(resources.map((plan) => [plan.path, plan.action, calls(plan)])).toEqual([
      ['web/Cdn', 'delete', ['DeleteDistribution']],
      ['web/Reset', 'delete', []],
    ]);
  });
});

describe('what the simulator does not know', () => {
  test('settings and statuses that Lightsail added are planned with', async () => {
    const account = new Account();
    const live = simulatedLive(account.service);
    account.service.seeds.seedDistribution('my-cdn', { tags: [{ key: 'cdk-lightsail-distribution:owner', value: `created ${WEB}/Cdn` }] });
    const future = async (name?: string) => (await live.distributions()).filter((one) => name === undefined || one.name === name).map((one) => ({
      ...one,
      status: 'Rebalancing',
      bundleId: 'huge_2_0',
      cacheBehaviorSettings: { ...one.cacheBehaviorSettings, forwardedHeaders: { option: 'some' } },
      origin: { ...one.origin, resourceType: 'Function', regionName: 'mars-1' },
      waf: { isWafEnabled: true, wafRules: [{ name: 'NewRules' }] },
    })) as never;
    const former = cdn({ defaultRootObject: 'a.html' });
    const aws = fakeAws({ ...live, distributions: future, distribution: async (name) => (await future(name) as object[])[0] as never }, { web: { template: former, physicalIds: { Cdn: 'my-cdn' } } });
    const { stacks: [{ resources: [plan] }] } = await makePlan([assemblyStack(cdn({ viewerMinimumTlsProtocolVersion: 'TLSv1.3_2025' }))], aws, account.clock.now());
    expect(plan).toMatchObject({ action: 'update', busy: 'Rebalancing', drift: [{ setting: 'origin.name' }, { setting: 'defaultRootObject', live: '' }] });
  });
});

test('an assembly with reconcile that is deployed already, of a stack that is being updated', async () => {
  const template = cdn({ defaultRootObject: 'index.html' }, { reconciledAt: '2026-06-01' });
  const plan = await planIn({
    former: template,
    template,
    description: { status: 'UPDATE_IN_PROGRESS' },
    outside: ({ service }) => void service.seeds.changeOutsideStack('my-cdn', { defaultRootObject: 'theirs.html' }),
  });
  expect(printPlan(plan, PAPER)).toEqual([
    'web (eu-west-1)',
    'The stack is UPDATE_IN_PROGRESS: CloudFormation accepts no deployment until that has ended.',
    '',
    '    web/Cdn distribution my-cdn no change in the template',
    '      ! defaultRootObject "theirs.html" (drifted from "index.html", will be left)',
    '      assumed: this cloud assembly, which is deployed already, is deployed again; after cdk synth the deployment reconciles',
    '',
    'Plan: no changes, 1 unchanged, 1 drifted value.',
  ]);
});

test('a stack of other resources, and one that was rolled back', async () => {
  const plan = await planIn({ template: templateOf({ Queue: { Type: 'AWS::SQS::Queue' } }) });
  expect(plan).toMatchObject({ stacks: [], notLookedAt: ['1 resource of other types in web (see cdk diff)'] });
  const account = new Account();
  const aws = fakeAws(simulatedLive(account.service), { web: { template: cdn(), description: { status: 'ROLLBACK_COMPLETE' } } });
  expect((await makePlan([assemblyStack(cdn())], aws, account.clock.now())).stacks[0]).toMatchObject({ isNew: true, resources: [{ action: 'create' }] });
});

test('a replaced certificate is deleted after the distribution has the new one', async () => {
  const certificate = (domainName: string) => ({ Type: 'Custom::LightsailCertificate', Properties: { domainName, hostedZones: [{ hostedZoneId: 'Z1' }], tags: [] } });
  const site = (domainName: string) => templateOf({
    Certificate: certificate(domainName), Cdn: distribution({ certificateName: { 'Fn::GetAtt': ['Certificate', 'certificateName'] } }),
  });
  const account = new CertificateAccount();
  const [certificates, distributions] = ['Certificate', 'Cdn'].map((logicalId, index) =>
    account.stack('web', { logicalId, resourceType: ['Custom::LightsailCertificate', 'Custom::LightsailDistribution'][index] }));
  await certificates.create(certificate('example.net').Properties);
  const name = certificates.resource!.physicalId;
  const properties = (certificateName: string) => ({ distributionName: 'my-cdn', tags: [], settings: { origin: { name: 'web' }, certificateName } });
  await distributions.create(properties(name));
  account.pass(7_200);

  const aws = fakeAws(simulatedLive(account.service), { web: { template: site('example.net'), physicalIds: { Certificate: name, Cdn: 'my-cdn' } } });
  const { stacks: [{ resources: [first, second] }] } = await makePlan([assemblyStack(site('example.edu'))], aws, account.clock.now());
  expect(first).toMatchObject({ action: 'replace', formerName: name, assumptions: [expect.stringContaining('validation records')] });
  expect(second).toMatchObject({ action: 'update', edgeDeployments: 1, changes: [{ setting: 'certificateName', current: name, desired: first.name }] });

  const since = account.writes.length;
  await certificates.update(certificate('example.edu').Properties, {
    beforeCleanUp: async () => {
      expect(await distributions.update(properties(certificates.resource!.physicalId))).toMatchObject({ status: 'UPDATE_COMPLETE' });
    },
  });
  const planned = [...calls(first).slice(0, -1), ...calls(second), ...calls(first).slice(-1)].filter((call) => call !== 'ChangeResourceRecordSets');
  expect(planned).toEqual(account.writes.slice(since).map(({ operation }) => operation));
});
