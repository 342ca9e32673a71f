import { ChildProcessByStdio, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable, Writable } from 'node:stream';
import { Answer, Client } from './client';

/** boto3: one process for all calls. */
export class Boto3Client implements Client {
  private readonly process: ChildProcessByStdio<Writable, Readable, null>;
  private readonly answers: AsyncIterator<string>;

  constructor(python: string, env: NodeJS.ProcessEnv) {
    this.process = spawn(python, [join(__dirname, 'boto3_client.py')], { env, stdio: ['pipe', 'pipe', 'inherit'] });
    this.answers = createInterface(this.process.stdout)[Symbol.asyncIterator]();
  }

  async call(operation: string, input: object): Promise<Answer> {
    this.process.stdin.write(`${JSON.stringify({ operation, input })}\n`);
    const { value, done } = await this.answers.next();
    if (done) throw new Error(`boto3 has ended at ${operation}`);
    return JSON.parse(value as string) as Answer;
  }

  close(): void {
    this.process.stdin.end();
  }
}
