import { deployedStacks } from './deployed-stacks';
import { makeReport } from './make-report';
import { printReport } from './print-report';
import { AWS_OPTIONS, awsConfiguration } from '../aws';
import { type AwsPorts, awsPorts } from '../aws-ports';
import { type Arguments, type Command, EXIT, type ExitCode } from '../command';
import type { Terminal } from '../terminal';

/** Runs the command. Tests pass their own `ports` and `now`. */
export async function runDrift(given: Arguments, terminal: Terminal, ports: AwsPorts, now = Date.now()): Promise<ExitCode> {
  const stacks = await deployedStacks({ operands: given.operands, app: given.text('app')!, region: given.text('region') }, ports);
  const report = await makeReport(stacks, ports, now);
  terminal.print(given.flag('json') ? JSON.stringify(report, undefined, 2) : printReport(report, terminal).join('\n'));
  return report.summary.drifted > 0 ? EXIT.DIFFERENT : EXIT.OK;
}

export const command: Command = {
  operands: '[STACK...]',
  description: [
    'Says what was changed outside the stacks since the last deployment: settings, tags, and resources that are gone. It changes nothing.',
    'Without --region it looks at the stacks of the cloud assembly, if there is one; otherwise at the named stacks or all stacks of the Region.',
    'The exit code is 2 if something drifted.',
  ].join('\n'),
  options: {
    app: { type: 'string', value: 'DIRECTORY', default: 'cdk.out', description: 'The cloud assembly that names the stacks' },
    region: { type: 'string', value: 'REGION', description: 'Region of the stacks; by default that of the cloud assembly or the AWS configuration' },
    json: { type: 'boolean', description: 'Print the report as JSON' },
    ...AWS_OPTIONS,
  },
  run: (given, terminal) => runDrift(given, terminal, awsPorts(awsConfiguration(given))),
};
