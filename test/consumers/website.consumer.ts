import { cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { synthesized } from './cdk';
import { BUILD, filter, run, type InstalledApp } from './installed-app';
import { PYTHON } from './python-app';
import { TYPESCRIPT } from './typescript-app';
import { ROOT } from '../../local-aws/environment';
import { LocalAws } from '../../local-aws/local-aws';

const FOLDER = join(BUILD, '.website');
const context = { domainName: 'example.com', hostedZoneId: 'Z0123456789ABCDEFGHIJ' };

const typescript: InstalledApp = { cwd: join(FOLDER, 'typescript'), env: {}, context };
// The packages of the other example, which has the same dependencies.
const python: InstalledApp = { cwd: join(FOLDER, 'python'), env: PYTHON.env, context };

beforeAll(() => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  cpSync(join(ROOT, 'examples', 'website'), FOLDER, { recursive: true, filter });
  symlinkSync(join(TYPESCRIPT.cwd, 'node_modules'), join(typescript.cwd, 'node_modules'));
});

test('the app in TypeScript compiles against the types of the package', async () => {
  await run(typescript, 'npx', ['tsc']);
});

test('the app in Python synthesizes to the template of the one in TypeScript', async () => {
  expect(await synthesized(python, 'WebsiteStack')).toEqual(await synthesized(typescript, 'WebsiteStack'));
});

test('the app in Python is deployed and destroyed', async () => {
  const local = await LocalAws.start({ operationSeconds: 1, deploymentSeconds: 2 });
  try {
    const { HostedZone: { Id } } = await local.aws.call<{ HostedZone: { Id: string } }>(
      'route53', 'create-hosted-zone', { Name: 'example.com', CallerReference: 'website' });
    const app = { ...python, context: { ...context, hostedZoneId: Id.replace('/hostedzone/', '') } };
    const created = await local.cdk.deploy(app);
    expect(created.exitCode).toBe(0);
    const { distributions: [distribution], certificates: [certificate] } = await local.lightsail.snapshot();
    expect(created.outputs.WebsiteStack).toEqual({ Url: 'https://example.com', DomainName: distribution.domainName, Changes: 'created' });
    expect(distribution).toMatchObject({ certificateName: certificate.certificateName, alternativeDomainNames: ['example.com', 'www.example.com'] });

    expect((await local.cdk.destroy(app)).exitCode).toBe(0);
    expect(await local.lightsail.snapshot()).toMatchObject({ distributions: [], certificates: [], buckets: [{ name: 'example-com-website' }] });
  } finally {
    await local.close();
  }
});
