import { makePlan } from './make-plan';
import { printPlan } from './print-plan';
import { hasChanges } from './summary';
import { AWS_OPTIONS, awsConfiguration } from '../aws';
import { type AwsPorts, awsPorts } from '../aws-ports';
import { readAssembly } from '../cloud-assembly/read-assembly';
import { selectStacks } from '../cloud-assembly/select-stacks';
import { type Arguments, type Command, EXIT, type ExitCode } from '../command';
import type { Terminal } from '../terminal';

/** Runs the command. Tests pass their own `ports` and `now`. */
export async function runPlan(given: Arguments, terminal: Terminal, ports: AwsPorts, now = Date.now()): Promise<ExitCode> {
  const stacks = selectStacks(readAssembly(given.text('app')!), given.operands);
  const plan = await makePlan(stacks, ports, now);
  terminal.print(given.flag('json') ? JSON.stringify(plan, undefined, 2) : printPlan(plan, terminal).join('\n'));
  if (plan.summary.failures > 0) return EXIT.FAILED;
  return given.flag('detailed-exitcode') && hasChanges(plan.summary) ? EXIT.DIFFERENT : EXIT.OK;
}

export const command: Command = {
  operands: '[STACK...]',
  description: [
    'Says what cdk deploy will do with the distributions, certificates and cache resets of the app: what changes, what drifted, every call in order,',
    'and where the deployment would fail. It runs the handler on a copy of the account and changes nothing.',
    'Run cdk synth first. The exit code is 1 if the deployment would fail.',
  ].join('\n'),
  options: {
    'app': { type: 'string', value: 'DIRECTORY', default: 'cdk.out', description: 'The cloud assembly that cdk synth wrote' },
    'json': { type: 'boolean', description: 'Print the plan as JSON' },
    'detailed-exitcode': { type: 'boolean', description: 'Exit with 2 if the deployment changes something' },
    ...AWS_OPTIONS,
  },
  run: (given, terminal) => runPlan(given, terminal, awsPorts(awsConfiguration(given))),
};
