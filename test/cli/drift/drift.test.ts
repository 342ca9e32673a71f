import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import type { Arguments } from '../../../cli/command';
import { runDrift } from '../../../cli/drift/command';
import { runPlan } from '../../../cli/plan/command';
import { Distribution } from '../../../src';
import { Account } from '../../lambda/account';
import { CertificateAccount } from '../../lambda/certificate-account';
import { ACCOUNT, fakeAws, REGION, templateOf } from '../fake-aws';
import { distribution } from '../plan/situations';
import { simulatedLive } from '../simulated-live';

beforeAll(() => void jest.spyOn(console, 'info').mockImplementation(() => undefined));

const CERTIFICATE = { domainName: 'example.net', hostedZones: [{ hostedZoneId: 'Z1' }], tags: [] };
const template = templateOf({
  Certificate: { Type: 'Custom::LightsailCertificate', Properties: CERTIFICATE },
  Cdn: distribution({ defaultRootObject: 'index.html', viewerMinimumTlsProtocolVersion: { 'Fn::GetAtt': ['Other', 'Version'] } }, { tags: [{ key: 'stage', value: 'test' }] }),
});

/** An account in which the template is deployed. */
async function deployed() {
  const account = new CertificateAccount();
  const stack = account.stack('web', { logicalId: 'Certificate', resourceType: 'Custom::LightsailCertificate' });
  await stack.create(CERTIFICATE);
  const { distributionName, tags } = template.Resources!.Cdn.Properties!;
  await account.stack().create({ distributionName, tags, settings: { origin: { name: 'web' }, defaultRootObject: 'index.html' } });
  account.pass(7_200);
  const physicalIds = { Certificate: stack.resource!.physicalId, Cdn: 'my-cdn' };
  return { account, certificateName: physicalIds.Certificate, aws: fakeAws(simulatedLive(account.service), { web: { template, physicalIds } }) };
}

const given = (options: Readonly<Record<string, string | boolean>> = {}, operands: readonly string[] = []): Arguments => ({
  operands,
  text: (option) => ({ app: 'no-such-directory', ...options } as Readonly<Record<string, string | undefined>>)[option],
  texts: () => [],
  flag: (option) => options[option] === true,
});

function terminal(more: object = {}) {
  const output: string[] = [];
  return {
    output,
    columns: 80,
    isInteractive: false,
    print: (line = '') => void output.push(...line.split('\n')),
    note: () => undefined,
    styled: (_style: unknown, text: string) => text,
    progress: () => undefined,
    ...more,
  };
}

test('nothing drifted', async () => {
  const { account, aws, certificateName } = await deployed();
  const shown = terminal();
  expect(await runDrift(given(), shown, aws, account.clock.now())).toBe(0);
  expect(shown.output).toEqual([
    'web (eu-west-1)',
    '',
    `    web/Certificate certificate ${certificateName} has not drifted`,
    '    web/Cdn distribution my-cdn has not drifted',
    '      viewerMinimumTlsProtocolVersion is not compared: its value is known in a deployment only',
    '',
    'Not looked at: settings and tags that the templates do not have; resources of other types (see cdk drift).',
    '',
    'Drift: none in 2 resources.',
  ]);
});

test('settings, tags and a certificate drifted', async () => {
  const { account, aws, certificateName } = await deployed();
  account.service.seeds.changeOutsideStack('my-cdn', { defaultRootObject: 'theirs.html' });
  account.service.seeds.tagOutsideStack('my-cdn', { stage: null });
  account.service.seeds.seedCertificate(certificateName, { domainName: 'example.net', status: 'EXPIRED' });
  const shown = terminal();
  expect(await runDrift(given({}, ['web']), shown, aws, account.clock.now())).toBe(2);
  expect(shown.output).toEqual([
    'web (eu-west-1)',
    '',
    `  ! web/Certificate certificate ${certificateName} has drifted`,
    '      status "ISSUED" → "EXPIRED"',
    expect.stringMatching(/^ {6}a deployment with reconcile fails: .*cannot be issued/),
    '  ! web/Cdn distribution my-cdn has drifted',
    '      defaultRootObject "index.html" → "theirs.html"',
    '      tag stage "test" → nothing',
    '      a deployment with reconcile reverts it: TagResource: stage, UpdateDistribution; 1 deployment to the edge (about 5 minutes)',
    '      viewerMinimumTlsProtocolVersion is not compared: its value is known in a deployment only',
    '',
    'Not looked at: settings and tags that the templates do not have; resources of other types (see cdk drift).',
    '',
    'Drift: 2 of 2 resources.',
  ]);
});

test('a distribution that was deleted outside the stack, on a narrow terminal with colors', async () => {
  const { account, aws } = await deployed();
  account.service.seeds.removeDistribution('my-cdn');
  const shown = terminal({ columns: 50, isInteractive: true, styled: (style: string, text: string) => `<${style}>${text}` });
  expect(await runDrift(given({ region: REGION }), shown, aws, account.clock.now())).toBe(2);
  expect(shown.output.slice(4, 13)).toEqual([
    '<magenta>  ! web/Cdn distribution my-cdn has drifted',
    '      deleted outside the stack',
    '      a deployment with reconcile reverts it:',
    '      CreateDistribution, UntagResource: mark of',
    '      the request; 1 deployment to the edge (about',
    '      5 minutes)',
    '      viewerMinimumTlsProtocolVersion is not',
    '      compared: its value is known in a deployment',
    '      only',
  ]);
});

test('as JSON, of the stacks of a cloud assembly', async () => {
  const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'drift-')) });
  new Distribution(new Stack(app, 'web', { env: { account: ACCOUNT, region: REGION } }), 'Cdn', { origin: { name: 'web' } });
  new Stack(app, 'new', { env: { account: ACCOUNT, region: REGION } });
  const { account, aws } = await deployed();
  const shown = terminal();
  expect(await runDrift(given({ app: app.synth().directory, json: true }), shown, aws, account.clock.now())).toBe(0);
  expect(JSON.parse(shown.output.join('\n'))).toMatchObject({ formatVersion: 1, stacks: [{ stackName: 'web' }], summary: { resources: 2, drifted: 0 } });
});

test('the exit codes of plan', async () => {
  const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'plan-')) });
  new Distribution(new Stack(app, 'Site', { env: { account: ACCOUNT, region: REGION } }), 'Cdn', { distributionName: 'site-cdn', origin: { name: 'web' } });
  const directory = app.synth().directory;
  const account = new Account();
  const aws = fakeAws(simulatedLive(account.service));
  const code = (options: object = {}) => runPlan(given({ app: directory, ...options }), terminal(), aws, account.clock.now());
  expect([await code(), await code({ 'detailed-exitcode': true })]).toEqual([0, 2]);
  account.service.seeds.seedDistribution('site-cdn');
  expect([await code(), await code({ 'detailed-exitcode': true })]).toEqual([1, 1]);
});

test('a plan on a narrow terminal', async () => {
  const { account, aws } = await deployed();
  const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'narrow-')) });
  new Distribution(new Stack(app, 'web', { env: { account: ACCOUNT, region: REGION } }), 'Other', { distributionName: 'my-cdn', origin: { name: 'web' } });
  const shown = terminal({ columns: 60, isInteractive: true });
  expect(await runPlan(given({ app: app.synth().directory }), shown, aws, account.clock.now())).toBe(1);
  expect(Math.max(...shown.output.filter((line) => line.includes(' ')).map((line) => line.length))).toBeLessThanOrEqual(100);
  expect(shown.output.filter((line) => line.length > 60).every((line) => !line.trim().includes(' '))).toBe(true);
});
