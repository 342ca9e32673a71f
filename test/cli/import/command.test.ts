import { liveOf, seeded, SMALL } from './examples';
import { COMMANDS } from '../../../cli/commands';
import { importCommand } from '../../../cli/import/command';
import { run } from '../../../cli/run';
import type { Terminal } from '../../../cli/terminal';
import { startSimulator, type DistributionPatch, type Simulator } from '../../../simulator';

const OWNER = 'cdk-lightsail-distribution:owner';
const STACK = 'arn:aws:cloudformation:eu-west-1:111122223333:stack/web/0b5f8a1e';

let simulator: Simulator;
const before = { ...process.env };
beforeEach(async () => {
  simulator = await startSimulator({ behaviour: { pageSize: 1 } });
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_LIGHTSAIL: simulator.url,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_EC2_METADATA_DISABLED: 'true',
    // The SDK version is the last one for Node.js 20, and its notice is expected.
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  });
});
afterEach(async () => {
  process.env = { ...before };
  await simulator.close();
});

/** Runs the program on the simulator. */
async function program(...args: readonly string[]) {
  const lines = { printed: [] as string[], noted: [] as string[] };
  const terminal: Terminal = {
    columns: 80,
    isInteractive: false,
    styled: (_, text) => text,
    progress: () => undefined,
    print: (line = '') => void lines.printed.push(line),
    note: (line) => void lines.noted.push(line),
  };
  const exitCode = await run(['import', ...args], terminal, COMMANDS, '1.0.0');
  return { exitCode, printed: lines.printed.join('\n'), noted: lines.noted };
}

const seed = (name: string, patch: DistributionPatch = {}) => simulator.service.seeds.seedDistribution(name, patch);

test('the named distributions are printed in the order of their names on the command line, each once', async () => {
  seed('blog', SMALL);
  seed('shop');
  const { exitCode, printed, noted } = await program('shop', 'blog', 'shop');
  expect({ exitCode, noted }).toEqual({ exitCode: 0, noted: [] });
  expect(printed.match(/new Distribution\(this, '\w+'/g)).toEqual(['new Distribution(this, \'Shop\'', 'new Distribution(this, \'Blog\'']);
  expect(printed).toContain('defaultRootObject: \'index.html\'');
});

test('--all prints every distribution of all pages, in the chosen language', async () => {
  seed('shop');
  seed('blog');
  expect((await program('--all', '--language', 'go')).printed.match(/cdn\.NewDistribution\(stack, jsii\.String\("\w+"\)/g))
    .toEqual(['cdn.NewDistribution(stack, jsii.String("Blog")', 'cdn.NewDistribution(stack, jsii.String("Shop")']);
});

test('--settings prints settings, also of a distribution that a stack owns, with a note', async () => {
  seed('shop', { tags: [{ key: OWNER, value: `created ${STACK}/Cdn` }] });
  const { exitCode, printed, noted } = await program('shop', '--settings');
  expect(exitCode).toBe(0);
  expect(printed).toContain('new DistributionSettings(this, \'ShopSettings\', {\n      distribution: Distribution.fromDistributionName(this, \'Shop\', \'shop\'),');
  expect(noted).toEqual([`note: shop: belongs to a stack, got "${STACK}/Cdn"; a setting may be in one template only; remove from one of the two what both have`]);
});

const OWNED = `shop: belongs to a stack, got "${STACK}/Cdn"; a distribution belongs to one resource only; import its settings with --settings, or remove it there with `
  + `RemovalPolicy.RETAIN and remove its tag with \`aws lightsail untag-resource --resource-name shop --tag-keys ${OWNER} --region us-east-1\``;

test('a distribution that a stack owns is refused', async () => {
  seed('shop', { tags: [{ key: OWNER, value: `adopted ${STACK}/Cdn` }] });
  expect(await program('shop')).toEqual({ exitCode: 1, printed: '', noted: [`error: ${OWNED}`] });
});

test('--all leaves out what a stack owns, with a note', async () => {
  seed('shop', { tags: [{ key: OWNER, value: `created ${STACK}/Cdn` }] });
  expect(await program('--all')).toEqual({
    exitCode: 0, printed: '', noted: [`note: ${OWNED}`, 'import: nothing to import, got no distribution that a stack can own; create one, or use --settings'],
  });
});

test('what can change or break soon is noted', async () => {
  simulator.service.seeds.seedCertificate('cert', { domainName: 'example.com', status: 'EXPIRED' });
  seed('shop', { status: 'InProgress', certificateName: 'cert' });
  const { printed, noted } = await program('shop');
  expect(printed).toContain('// For example.com.\n      certificate: ViewerCertificate.fromCertificateName(\'cert\'),');
  expect(noted).toEqual([
    'note: shop: is being deployed, got the status "InProgress"; its settings can still change; run import again when it is Deployed',
    'note: shop: certificate cert is not valid, got EXPIRED; renew or replace it',
  ]);
});

test('a certificate that is recorded, but not served, is left out', async () => {
  simulator.service.seeds.seedCertificate('cert', { domainName: 'example.com' });
  seed('shop', { certificateName: 'cert', alternativeDomainNames: [] });
  const { printed, noted } = await program('shop');
  expect(printed).not.toContain('ViewerCertificate');
  expect(noted).toEqual([
    'note: shop: certificateName: left out, got "cert (recorded, but not served: example.com)"; the distribution does not serve it, and defining it would change that; it stays as it is',
  ]);
});

test('a certificate that no longer exists is printed as it is recorded', async () => {
  seed('shop', { certificateName: 'cert', alternativeDomainNames: ['example.com'] });
  expect((await program('shop')).printed).toContain('certificate: ViewerCertificate.fromCertificateName(\'cert\'),');
});

describe('errors', () => {
  const message = async (...args: readonly string[]) => {
    const { exitCode, printed, noted: [line, ...others] } = await program(...args);
    expect([exitCode, printed, others]).toEqual([1, '', []]);
    return line.replace('error: ', '');
  };

  test('no such distribution', async () => {
    ['blog', 'shop', 'stage', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8'].forEach((name) => seed(name));
    expect(await message('Shopp')).toBe('import: no such distribution, got Shopp; this account has shop, blog, stage, a1, a2, a3, a4, a5, a6, a7 and 1 more; '
      + 'correct the name, or check the profile and the account');
  });

  test('an account without distributions', async () => {
    expect(await message('shop')).toBe('import: no such distribution, got shop; this account has none; check the profile and the account');
  });

  test('no name', async () => {
    expect(await message()).toBe('import: nothing to import, got no name; one or more names, or --all, are allowed; see cdk-lightsail-distribution import --help');
  });

  test('names beside --all', async () => {
    expect(await message('shop', '--all')).toBe('import: names beside --all, got shop; either names or --all are allowed; leave one of them out');
  });

  test('no such language', async () => {
    expect(await message('shop', '--language', 'ruby'))
      .toBe('import: no such language, got ruby; typescript, python, java, csharp, go are allowed; see cdk-lightsail-distribution import --help');
  });

  test('no credentials', async () => {
    ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_PROFILE'].forEach((name) => delete process.env[name]);
    Object.assign(process.env, { AWS_CONFIG_FILE: '/dev/null', AWS_SHARED_CREDENTIALS_FILE: '/dev/null' });
    expect(await message('shop')).toMatch(
      /^GetDistributions: no usable AWS credentials, got ".*"; configure them as for the AWS CLI \(aws configure, aws sso login, or AWS_PROFILE\), or use --profile$/,
    );
  });

  test('access denied', async () => {
    simulator.service.faults.add({ operation: 'GetDistributions', kind: 'accessDenied' });
    expect(await message('shop')).toMatch(/^GetDistributions: access denied, got ".*"; attach the policy of the permissions guide to the user or role$/);
  });
});

test('a distribution without an origin is refused', async () => {
  const live = liveOf(seeded({ shop: {} }), 'shop');
  const account = { names: async () => ['shop'], distribution: async () => ({ distribution: { ...live.distribution, origin: {} } }) };
  const given = { operands: ['shop'], text: () => 'typescript', texts: () => [], flag: () => false };
  await expect(importCommand(() => account).run(given, {} as Terminal)).rejects.toThrow(
    'shop: no origin, got a distribution without one; Lightsail requires an origin; look at it with `aws lightsail get-distributions --region us-east-1`');
});
