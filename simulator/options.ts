import { parseArgs, ParseArgsConfig } from 'node:util';
import { parseSwitch, switches } from './behaviour';
import { controlRoutes } from './http/control-endpoint';
import { Route53Records } from './route53-records';
import { SimulatorOptions } from './simulator';

const options = {
  'port': { type: 'string' as const, default: '4577' },
  'operation-seconds': { type: 'string' as const, default: '300' },
  'deployment-seconds': { type: 'string' as const, default: '300' },
  'clock': { type: 'string' as const, default: 'real' },
  'account': { type: 'string' as const, default: '123456789012' },
  'route53-endpoint': { type: 'string' as const },
  'behaviour': { type: 'string' as const, multiple: true },
  'help': { type: 'boolean', default: false },
} satisfies ParseArgsConfig['options'];

const switchLines = Object.entries(switches).map(([name, { initial, allowed, fact }]) =>
  `  ${name}=${String(initial)}\n      ${allowed}; ${fact}`);

export const usage = `A local Amazon Lightsail for CDN distributions, on 127.0.0.1.

Usage: npx projen simulator [options]

  --port <number>                 default 4577; 0 takes a free one
  --operation-seconds <number>    from an accepted write to the end of its operation, default 300
  --deployment-seconds <number>   from an accepted write to a distribution that is deployed, default 300
  --clock real|manual             manual: stands still until POST /_simulator/clock {"advanceSeconds": 60}
  --account <12 digits>           default 123456789012
  --route53-endpoint <url>        a local Route 53, http://127.0.0.1:PORT, where the validation records of certificates are looked up
  --behaviour <name>=<value>      how an open question about the service is answered; can be given several times
  --help

Behaviours and their defaults:
${switchLines.join('\n')}

Control endpoint, JSON over HTTP at the same port, * for a name:
  ${controlRoutes.join('\n  ')}`;

export type ParsedOptions =
  | { readonly kind: 'start'; readonly options: SimulatorOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

export function parseOptions(args: readonly string[]): ParsedOptions {
  try {
    const { values } = parseArgs({ args: [...args], options, strict: true });
    if (values.help) return { kind: 'help' };
    const account = accountOf(values.account);
    const endpoint = values['route53-endpoint'];
    return {
      kind: 'start',
      options: {
        port: numberOf('port', values.port, 65535),
        operationSeconds: numberOf('operation-seconds', values['operation-seconds']),
        deploymentSeconds: numberOf('deployment-seconds', values['deployment-seconds']),
        clock: clockOf(values.clock),
        account,
        ...(endpoint !== undefined && { dnsRecords: new Route53Records(endpoint, account) }),
        behaviour: Object.assign({}, ...(values.behaviour ?? []).map(parseSwitch)),
      },
    };
  } catch (error) {
    return { kind: 'wrong', message: (error as Error).message };
  }
}

function numberOf(name: string, value: string, maximum = 86400): number {
  const number = Number(value);
  if (!/^\d{1,15}(\.\d{1,15})?$/.test(value) || number > maximum) throw new Error(`--${name}: not a number from 0 to ${maximum}, got ${value}`);
  return number;
}

function clockOf(value: string): 'real' | 'manual' {
  if (value !== 'real' && value !== 'manual') throw new Error(`--clock: no such clock, got ${value}; allowed is real or manual`);
  return value;
}

function accountOf(value: string): string {
  if (!/^\d{12}$/.test(value)) throw new Error(`--account: not an account id, got ${value}; allowed is 12 digits`);
  return value;
}
