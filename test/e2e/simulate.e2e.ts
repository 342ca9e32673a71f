import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Boto3Client } from './clients/boto3';
import { environmentFor } from './clients/client';
import { synthesizeOwned } from './synthesize';
import { ACCOUNT, REGION, ROOT } from '../../local-aws/environment';
import { LocalAws } from '../../local-aws/local-aws';
import { ensurePython } from '../../local-aws/python';
import { CacheBehavior } from '../../src';

let folder: string, program: ChildProcess, local: LocalAws, boto3: Boto3Client;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'simulate-'));
  const seed = join(folder, 'seed.json');
  writeFileSync(seed, JSON.stringify({ origins: { web: { regionName: REGION, resourceType: 'Instance' } } }));
  program = spawn(process.execPath, [
    join(ROOT, 'bin/cdk-lightsail-distribution'), 'simulate', '--port', '0', '--seed', seed, '--account', ACCOUNT, '--operation-seconds', '1', '--deployment-seconds', '2',
  ], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(createInterface(program.stdout!), 'line') as [string];
  const [lightsailUrl] = /http:\/\/127\.0\.0\.1:\d+/.exec(line)!;
  local = await LocalAws.start({ lightsailUrl });
  boto3 = new Boto3Client((await ensurePython()).python, environmentFor(lightsailUrl));
});

afterAll(async () => {
  boto3?.close();
  await local?.close();
  program?.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

test('a stack is deployed on the local Lightsail of the program, and boto3 sees its distribution', async () => {
  const app = synthesizeOwned(local, 'Simulated', { distributionName: 'simulated', cacheBehaviors: { 'api/*': CacheBehavior.DONT_CACHE } });
  const { exitCode } = await local.cdk.deploy(app);
  expect(exitCode).toBe(0);
  expect((await boto3.call('GetDistributions', {})).output).toMatchObject({
    distributions: [{ name: 'simulated', status: 'Deployed', cacheBehaviors: [{ path: 'api/*', behavior: 'dont-cache' }], origin: { name: 'web', regionName: REGION } }],
  });

  expect((await local.cdk.destroy(app)).exitCode).toBe(0);
  expect(await boto3.call('GetDistributions', {})).toEqual({ output: { distributions: [] } });

  program.kill('SIGTERM');
  expect(await once(program, 'exit')).toEqual([0, null]);
});
