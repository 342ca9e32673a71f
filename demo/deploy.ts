import { join } from 'node:path';
import type { StageRun } from './stage';
import type { CdkApp } from '../local-aws/cdk-cli';

const EXAMPLES = join(__dirname, '..', 'examples', 'typescript');

/** The app that `cdk deploy` finds in the folder of the examples by itself. */
export const OWNED: CdkApp = { cwd: EXAMPLES };
export const SETTINGS: CdkApp = { cwd: EXAMPLES, app: 'tsx settings.ts' };

/** An example after somebody has edited it. */
export function edited(app: string): CdkApp {
  return { cwd: EXAMPLES, app: `tsx ${join(__dirname, 'apps', app)}` };
}

/** Gives back the changes that the handler reported, which the examples show as an output of their stacks. */
export async function deploy({ local, say, check }: StageRun, app: CdkApp, stackName: string): Promise<readonly string[]> {
  say('$ cdk deploy');
  const { exitCode, outputs, output } = await local.cdk.deploy(app, progress(say));
  check('exit code', exitCode, 0);
  if (exitCode !== 0) {
    say(output);
  }
  const changes = (outputs[stackName]?.Changes ?? '').split('; ');
  changes.forEach((change) => say(`changed: ${change}`));
  return changes;
}

export async function destroy({ local, say, check }: StageRun, app: CdkApp): Promise<void> {
  say('$ cdk destroy');
  const { exitCode } = await local.cdk.destroy(app, progress(say));
  check('exit code', exitCode, 0);
}

/** Passes on what CloudFormation does with distributions and their settings. */
export function progress(say: (line: string) => void): (line: string) => void {
  return (line) => {
    const [, , , status, type, resource] = line.split('|').map((part) => part.trim());
    if (type?.startsWith('Custom::LightsailDistribution')) {
      say(`${status} ${resource}`);
    }
  };
}
