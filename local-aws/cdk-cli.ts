import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand, type CommandResult } from './command';
import { ROOT } from './environment';

export interface CdkApp {
  /** The value of `cdk --app`: a command, or a folder with a synthesized app. If undefined, the `cdk.json` in `cwd` has it. */
  readonly app?: string;
  readonly cwd?: string;
  /** Additional environment variables of the app, for example the `PATH` of a virtual environment. */
  readonly env?: NodeJS.ProcessEnv;
  /** The values of `--context`. */
  readonly context?: Readonly<Record<string, string>>;
}

export type StackOutputs = Readonly<Record<string, string>>;

export interface Deployment extends CommandResult {
  /** The outputs of each stack, by the name of the stack. */
  readonly outputs: Readonly<Record<string, StackOutputs>>;
}

/** The CDK CLI of this repository. It connects only to the local AWS. */
export class CdkCli {
  constructor(private readonly folder: string, private readonly env: NodeJS.ProcessEnv, private readonly signal: AbortSignal) {}

  async bootstrap(environments: readonly string[]): Promise<void> {
    const { exitCode, output } = await this.run(['bootstrap', ...environments], {});
    if (exitCode !== 0) {
      throw new Error(`cdk bootstrap failed\n${output}`);
    }
  }

  /** Writes the templates and their assets into a folder. */
  async synthesize(app: CdkApp, folder: string): Promise<CommandResult> {
    return this.run(['synth', '--quiet'], app, undefined, folder);
  }

  async deploy(app: CdkApp, onLine?: (line: string) => void): Promise<Deployment> {
    const outputsFile = join(mkdtempSync(join(this.folder, 'outputs-')), 'outputs.json');
    const result = await this.run(
      ['deploy', '--all', '--require-approval', 'never', '--progress', 'events', '--outputs-file', outputsFile], app, onLine,
    );
    return { ...result, outputs: existsSync(outputsFile) ? JSON.parse(readFileSync(outputsFile, 'utf8')) : {} };
  }

  async destroy(app: CdkApp, onLine?: (line: string) => void): Promise<CommandResult> {
    return this.run(['destroy', '--all', '--force'], app, onLine);
  }

  private run(
    args: readonly string[],
    { app, cwd = ROOT, env, context = {} }: CdkApp,
    onLine?: (line: string) => void,
    output = mkdtempSync(join(this.folder, 'cdk.out-')),
  ): Promise<CommandResult> {
    return runCommand(
      'cdk',
      // Without the first two flags, the CLI fetches notices from AWS servers and reports its version to them.
      ['--no-notices', '--no-version-reporting', '--no-color', '--output', output, ...app === undefined ? [] : ['--app', app], ...contextArguments(context), ...args],
      { cwd, env: { ...this.env, ...env }, signal: this.signal, onLine },
    );
  }
}

function contextArguments(context: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(context).flatMap(([name, value]) => ['--context', `${name}=${value}`]);
}
