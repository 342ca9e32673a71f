import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { Answer, Client } from './client';

/** The AWS CLI: one process per call. */
export class AwsCliClient implements Client {
  constructor(private readonly bin: string, private readonly env: NodeJS.ProcessEnv) {}

  call(operation: string, input: object): Promise<Answer> {
    const command = operation.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase();
    const args = ['lightsail', command, '--cli-input-json', JSON.stringify(input), '--output', 'json'];
    return new Promise((resolve, reject) => {
      execFile(join(this.bin, 'aws'), args, { env: this.env }, (failure, stdout, stderr) => {
        const [, name, message] = /An error occurred \((\w+)\) when calling the \w+ operation(?: \(.*?\))?: (.*)/.exec(stderr) ?? [];
        if (name !== undefined) resolve({ error: { name, message } });
        else if (failure) reject(failure);
        else resolve({ output: JSON.parse(stdout || '{}') as Readonly<Record<string, unknown>> });
      });
    });
  }

  close(): void {}
}
