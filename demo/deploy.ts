import { join } from 'node:path';
import type { StageRun } from './stage';
import type { CdkApp } from '../local-aws/cdk-cli';

const APPS = join(__dirname, 'apps');

export const OWNED = app('owned.ts');
export const SETTINGS = app('settings.ts');

/** The other apps are edited versions of these two. */
export function app(file: string): CdkApp {
  return { cwd: APPS, app: `tsx ${file}` };
}

/** Deploys an app, and returns the changes that the handler reported. The apps have them as an output of their stacks. */
export async function deploy({ local, say, check }: StageRun, cdkApp: CdkApp, stackName: string): Promise<readonly string[]> {
  say('$ cdk deploy');
  const { exitCode, outputs, output } = await local.cdk.deploy(cdkApp, progress(say));
  check('exit code', exitCode, 0);
  if (exitCode !== 0) {
    say(output);
  }
  const changes = (outputs[stackName]?.Changes ?? '').split('; ');
  changes.forEach((change) => say(`changed: ${change}`));
  return changes;
}

export async function destroy({ local, say, check }: StageRun, cdkApp: CdkApp): Promise<void> {
  say('$ cdk destroy');
  const { exitCode } = await local.cdk.destroy(cdkApp, progress(say));
  check('exit code', exitCode, 0);
}

/** Reports the CloudFormation events of the resources of this library. */
export function progress(say: (line: string) => void): (line: string) => void {
  return (line) => {
    const [, , , status, type, resource] = line.split('|').map((part) => part.trim());
    if (type?.startsWith('Custom::Lightsail')) {
      say(`${status} ${resource}`);
    }
  };
}
