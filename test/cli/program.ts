import { execFile } from 'node:child_process';
import { join } from 'node:path';

export interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

const PROGRAM = join(__dirname, '..', '..', 'bin', 'cdk-lightsail-distribution');

/** Credentials that only the local Lightsail accepts. */
export const LOCAL_CREDENTIALS = { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local', AWS_EC2_METADATA_DISABLED: 'true' };

/** Runs the published program in a separate process, without the environment of this one. */
export function runProgram(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['--no-warnings', PROGRAM, ...args], { env: { ...LOCAL_CREDENTIALS, ...env } }, (error, stdout, stderr) => {
      resolve({ exitCode: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}
