import { untilEnd } from './end';
import { OPTIONS, simulatorOptions } from './options';
import { start } from './start';
import { switches } from '../../simulator/behaviour';
import { clientEnvironment } from '../../simulator/client-environment';
import { controlRoutes } from '../../simulator/http/control-endpoint';
import { type Arguments, type Command, EXIT, type ExitCode } from '../command';
import type { Terminal } from '../terminal';

/** Runs the command. Tests pass their own `end`. */
export async function runSimulate(given: Arguments, terminal: Terminal, end = untilEnd): Promise<ExitCode> {
  const simulator = await start(simulatorOptions(given), given.text('seed'));
  // Signals are handled before the address is printed, because a reader of the address may send a signal at once.
  const ended = end(given.flag('stop-with-stdin') ? process.stdin : undefined);
  terminal.print(`The local Lightsail is at ${simulator.url}. Point the AWS CLI or an SDK at it:`);
  for (const [name, value] of Object.entries(clientEnvironment(simulator.url))) terminal.print(`  ${name}=${value}`);
  await ended;
  await simulator.close();
  return EXIT.OK;
}

const behaviours = Object.entries(switches).map(([name, { initial, allowed, fact }]) => `  ${name}=${String(initial)}\n      ${allowed}; ${fact}`);

export const command: Command = {
  operands: '',
  description: 'A local Amazon Lightsail for CDN distributions, on 127.0.0.1: for tests without an account. It has never been compared with the real service.',
  options: OPTIONS,
  details: [
    'Behaviours and their defaults:',
    ...behaviours,
    '',
    'Control endpoint, JSON over HTTP at the same port, * for a name:',
    ...controlRoutes.map((route) => `  ${route}`),
  ].join('\n'),
  run: (given, terminal) => runSimulate(given, terminal),
};
