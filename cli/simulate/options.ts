import { parseSwitch } from '../../simulator/behaviour';
import { Route53Records } from '../../simulator/route53-records';
import type { SimulatorOptions } from '../../simulator/simulator';
import type { Arguments, Option } from '../command';
import { UserError } from '../user-error';

export const OPTIONS = {
  'port': { type: 'string', value: 'NUMBER', default: '4577', description: '0 takes a free one' },
  'seed': { type: 'string', value: 'FILE', description: 'JSON with what the account has at the start: origins, certificates, distributions, dnsRecords, metricData' },
  'operation-seconds': { type: 'string', value: 'NUMBER', default: '300', description: 'From an accepted write to the end of its operation' },
  'deployment-seconds': { type: 'string', value: 'NUMBER', default: '300', description: 'From an accepted write to a distribution that is deployed' },
  'clock': { type: 'string', value: 'real|manual', default: 'real', description: 'manual: stands still until POST /_simulator/clock {"advanceSeconds": 60}' },
  'account': { type: 'string', value: '12 DIGITS', default: '123456789012', description: 'The id of the account' },
  'route53-endpoint': {
    type: 'string', value: 'URL', description: 'A local Route 53, http://127.0.0.1:PORT, where the validation records of certificates are looked up',
  },
  'behaviour': { type: 'string', value: 'NAME=VALUE', multiple: true, description: 'How an open question about the service is answered' },
  'stop-with-stdin': { type: 'boolean', description: 'End when the standard input ends, so that it never outlives the process that started it' },
} as const satisfies Readonly<Record<string, Option>>;

/** Returns all options except the seed, which is in a file. */
export function simulatorOptions(given: Arguments): SimulatorOptions {
  const account = accountOf(given.text('account')!);
  const endpoint = given.text('route53-endpoint');
  return {
    port: numberOf('port', given.text('port')!, 65535),
    operationSeconds: numberOf('operation-seconds', given.text('operation-seconds')!),
    deploymentSeconds: numberOf('deployment-seconds', given.text('deployment-seconds')!),
    clock: clockOf(given.text('clock')!),
    account,
    ...(endpoint !== undefined && { dnsRecords: asUserError(() => new Route53Records(endpoint, account)) }),
    behaviour: Object.assign({}, ...given.texts('behaviour').map((assignment) => asUserError(() => parseSwitch(assignment)))),
  };
}

function numberOf(name: string, value: string, maximum = 86400): number {
  const number = Number(value);
  if (!/^\d{1,15}(\.\d{1,15})?$/.test(value) || number > maximum) throw new UserError(`--${name}: not a number from 0 to ${maximum}, got ${value}`);
  return number;
}

function clockOf(value: string): 'real' | 'manual' {
  if (value !== 'real' && value !== 'manual') throw new UserError(`--clock: no such clock, got ${value}; allowed is real or manual`);
  return value;
}

function accountOf(value: string): string {
  if (!/^\d{12}$/.test(value)) throw new UserError(`--account: not an account id, got ${value}; allowed is 12 digits`);
  return value;
}

/** Turns an error about the value of an option into a user error. */
function asUserError<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new UserError((error as Error).message);
  }
}
