import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILD, type InstalledApp } from './installed-app';
import { CdkCli } from '../../local-aws/cdk-cli';
import type { CommandResult } from '../../local-aws/command';
import { clientEnvironment } from '../../local-aws/environment';

export const TEMPORARY = join(BUILD, 'tmp');

/** What CDK makes of a stack: its template, and the assets that are published before it is deployed. */
export interface Synthesized {
  readonly template: Template;
  readonly assets: unknown;
}

export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
}

export interface Resource {
  readonly Type: string;
  readonly DependsOn?: readonly string[];
  readonly Properties: Readonly<Record<string, unknown>>;
}

/** `cdk synth`, in the folder of an app. Without `command` its `cdk.json` says how it runs. */
export async function synth({ cwd, env, context }: InstalledApp, output: string, command?: string): Promise<CommandResult> {
  const temporary = temporaryFolder();
  // No one listens there, as no one is to be asked.
  const cdk = new CdkCli(temporary, clientEnvironment(temporary, 'http://127.0.0.1:9'), new AbortController().signal);
  return cdk.synthesize({ app: command, cwd, env, context }, output);
}

export async function synthesized(app: InstalledApp, stackName: string, command?: string): Promise<Synthesized> {
  const folder = temporaryFolder();
  const { exitCode, output } = await synth(app, folder, command);
  if (exitCode !== 0) {
    throw new Error(`cdk synth: failed\n${output}`);
  }
  const read = <T>(file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as T;
  return { template: read<Template>(`${stackName}.template.json`), assets: read(`${stackName}.assets.json`) };
}

export function temporaryFolder(): string {
  mkdirSync(TEMPORARY, { recursive: true });
  return mkdtempSync(join(TEMPORARY, 'synth-'));
}
