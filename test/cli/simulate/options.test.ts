import { parseArguments } from '../../../cli/arguments';
import { command } from '../../../cli/simulate/command';
import { OPTIONS, simulatorOptions } from '../../../cli/simulate/options';
import { usageOfCommand } from '../../../cli/usage';
import { switches } from '../../../simulator/behaviour';
import { Route53Records } from '../../../simulator/route53-records';

const optionsOf = (...args: readonly string[]) => {
  const parsed = parseArguments('simulate', command, args);
  if (parsed.kind !== 'run') throw new Error('help was asked for');
  return simulatorOptions(parsed.given);
};

it('has defaults', () => {
  expect(optionsOf()).toEqual({ port: 4577, operationSeconds: 300, deploymentSeconds: 300, clock: 'real', account: '123456789012', behaviour: {} });
});

it('takes everything', () => {
  expect(optionsOf(
    '--port', '0', '--operation-seconds', '0.5', '--deployment-seconds=5', '--clock', 'manual', '--account', '111122223333',
    '--route53-endpoint', 'http://127.0.0.1:4566',
    '--behaviour', 'successStatus=Completed', '--behaviour', 'emptyClears=false', '--behaviour', 'pageSize=2', '--behaviour', 'inProgressStatus=In Progress',
    '--behaviour', 'refusedWhileBusy=UpdateDistribution,DeleteDistribution', '--behaviour', 'inactiveBundles=',
  )).toEqual({
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
  expect(() => optionsOf(...args)).toThrow(expect.objectContaining({ name: 'UserError', message }));
});

it.each([['--prot'], ['extra']])('%s is unknown', (argument) => {
  expect(() => optionsOf(argument)).toThrow(argument);
});

it('--help tells every option, every switch with its default, and the control endpoint', () => {
  const usage = usageOfCommand('simulate', command);
  for (const option of Object.keys(OPTIONS)) expect(usage).toContain(`--${option} `);
  expect(usage).toContain('\n  PUT /_simulator/distributions/*\n');
  for (const [name, { initial }] of Object.entries(switches)) expect(usage).toContain(`${name}=${String(initial)}\n`);
});
