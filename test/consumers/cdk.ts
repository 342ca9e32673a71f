import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILD, type InstalledApp } from './installed-app';
import { CdkCli } from '../../local-aws/cdk-cli';
import type { CommandResult } from '../../local-aws/command';
import { clientEnvironment } from '../../local-aws/environment';

export const TEMPORARY = join(BUILD, 'tmp');

/** A synthesized stack: its template, and the assets that are published before the deployment. */
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

/** Runs `cdk synth` in the folder of an app. Without `command`, `cdk.json` specifies how the app runs. */
export async function synth({ cwd, env, context }: InstalledApp, output: string, command?: string): Promise<CommandResult> {
  const temporary = temporaryFolder();
  // No service listens on this port, because synthesis must not call AWS.
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
