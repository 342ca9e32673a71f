import { ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { switches } from '../../simulator/behaviour';
import { parseOptions, usage } from '../../simulator/options';
import { Route53Records } from '../../simulator/route53-records';

describe('the command line', () => {
  it('has defaults', () => {
    expect(parseOptions([])).toEqual({
      kind: 'start', options: { port: 4577, operationSeconds: 300, deploymentSeconds: 300, clock: 'real', account: '123456789012', behaviour: {} },
    });
  });

  it('takes everything', () => {
    expect(parseOptions([
      '--port', '0', '--operation-seconds', '0.5', '--deployment-seconds=5', '--clock', 'manual', '--account', '111122223333',
      '--route53-endpoint', 'http://127.0.0.1:4566',
      '--behaviour', 'successStatus=Completed', '--behaviour', 'emptyClears=false', '--behaviour', 'pageSize=2', '--behaviour', 'inProgressStatus=In Progress',
      '--behaviour', 'refusedWhileBusy=UpdateDistribution,DeleteDistribution', '--behaviour', 'inactiveBundles=',
    ])).toEqual({
      kind: 'start',
      options: {
        port: 0,
        operationSeconds: 0.5,
        deploymentSeconds: 5,
        clock: 'manual',
        account: '111122223333',
        dnsRecords: expect.any(Route53Records) as unknown,
        behaviour: {
          successStatus: 'Completed',
          emptyClears: false,
          pageSize: 2,
          inProgressStatus: 'In Progress',
          refusedWhileBusy: ['UpdateDistribution', 'DeleteDistribution'],
          inactiveBundles: [],
        },
      },
    });
  });

  it.each([
    [['--port', '70000'], '--port: not a number from 0 to 65535, got 70000'],
    [['--port', 'http'], '--port: not a number from 0 to 65535, got http'],
    [['--operation-seconds=-1'], '--operation-seconds: not a number from 0 to 86400, got -1'],
    [['--clock', 'fast'], '--clock: no such clock, got fast; allowed is real or manual'],
    [['--account', '1'], '--account: not an account id, got 1; allowed is 12 digits'],
    [['--route53-endpoint', 'https://route53.amazonaws.com'],
      'Route 53 endpoint: not on this machine, got https://route53.amazonaws.com; allowed is http://127.0.0.1:PORT'],
    [['--behaviour', 'successStatus=Done'], 'behaviour successStatus: no such value, got Done; allowed is Succeeded | Completed'],
    [['--behaviour', 'emptyClears=yes'], 'behaviour emptyClears: no such value, got yes; allowed is true | false'],
    [['--behaviour', 'pageSize=few'], 'behaviour pageSize: no such value, got few; allowed is a number'],
    [['--behaviour', 'inactiveBundles=tiny_1_0'],
      'behaviour inactiveBundles: no such value, got tiny_1_0; allowed is of small_1_0, medium_1_0, large_1_0 none or more, joined with ,'],
    [['--behaviour', 'constructor=x'],
      `behaviour: no such switch, got constructor=x; allowed is name=value with one of ${Object.keys(switches).join(', ')}`],
  ])('%j is wrong', (args, message) => {
    expect(parseOptions(args)).toEqual({ kind: 'wrong', message });
  });

  it.each([['--prot'], ['extra']])('%s is unknown', (argument) => {
    expect(parseOptions([argument])).toMatchObject({ kind: 'wrong', message: expect.stringContaining(argument) });
  });

  it('--help tells every option, every switch with its default, and the control endpoint', () => {
    expect(parseOptions(['--help', '--port', '1'])).toEqual({ kind: 'help' });
    for (const option of ['port', 'operation-seconds', 'deployment-seconds', 'clock', 'account', 'route53-endpoint', 'behaviour']) expect(usage).toContain(`--${option} `);
    expect(usage).toContain('\n  PUT /_simulator/distributions/*\n');
    for (const [name, { initial }] of Object.entries(switches)) expect(usage).toContain(`${name}=${String(initial)}\n`);
  });
});

describe('the process', () => {
  let child: ChildProcessWithoutNullStreams;
  const start = (...args: readonly string[]) => {
    // Node itself, not tsx's wrapper, so that a signal meets the simulator and nothing else.
    child = spawn(process.execPath, ['--import', 'tsx', 'simulator/main.ts', ...args], {
      cwd: join(__dirname, '../..'), env: { ...process.env, TSX_TSCONFIG_PATH: 'tsconfig.dev.json' },
    });
  };
  const firstLineOf = async (stream: Readable) => (await once(createInterface(stream), 'line') as [string])[0];

  afterEach(() => child.kill('SIGKILL'));

  it.each(['SIGINT', 'SIGTERM'] as const)('prints one line with the URL, answers, and ends cleanly on %s', async (signal) => {
    start('--port', '0');
    const line = await firstLineOf(child.stdout);
    const [, url] = /^Lightsail simulator at (http:\/\/127\.0\.0\.1:\d+); point the AWS CLI or an SDK at it: AWS_ENDPOINT_URL_LIGHTSAIL=\1 AWS_REGION=us-east-1$/.exec(line) ?? [];
    expect((await fetch(`${url}/_simulator/health`)).status).toBe(200);
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('says what is wrong and ends with 2', async () => {
    start('--port', 'x');
    const exit = once(child, 'exit');
    expect(await firstLineOf(child.stderr)).toBe('--port: not a number from 0 to 65535, got x');
    expect(await exit).toEqual([2, null]);
  });
});
