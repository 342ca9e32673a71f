import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ACCOUNT, isolated, REGION } from './environment';

/** Only a process that hangs reaches it. */
const START_SECONDS = 300;

export interface MiniStackOptions {
  readonly python: string;
  readonly port: number;
  /** The folder for all files that MiniStack writes. */
  readonly folder: string;
  readonly lightsailUrl: string;
  /** The factor for the wait times of Step Functions. On AWS, it polls the handler every 10 s. */
  readonly waitScale: number;
}

/** The MiniStack process, which emulates CloudFormation, Lambda, Step Functions, S3, Route 53, IAM, STS, SSM and CloudWatch Logs. */
export class MiniStack {
  static async start(options: MiniStackOptions): Promise<MiniStack> {
    const logFile = join(options.folder, 'ministack.log');
    const log = openSync(logFile, 'w');
    const child = spawn(options.python, [join(__dirname, 'corrected_ministack.py')], {
      env: environment(options),
      // MiniStack exits when its standard input closes, so that it never outlives this process.
      stdio: ['pipe', log, log],
      // A separate process group, so that `stop` can end all of its processes.
      detached: true,
    });
    closeSync(log);
    const ministack = new MiniStack(child, `http://127.0.0.1:${options.port}`, logFile);
    try {
      await ministack.ready();
    } catch (error) {
      await ministack.stop();
      throw error;
    }
    return ministack;
  }

  private constructor(private readonly child: ChildProcess, readonly url: string, private readonly logFile: string) {}

  async stop(): Promise<void> {
    if (this.hasEnded()) return;
    const ended = once(this.child, 'exit');
    // SIGKILL also ends the Lambda workers. MiniStack has nothing to save, and a graceful stop would wait for custom resources in progress.
    process.kill(-this.child.pid!, 'SIGKILL');
    await ended;
  }

  private async ready(): Promise<void> {
    const deadline = Date.now() + START_SECONDS * 1000;
    while (!await this.answers()) {
      if (this.hasEnded() || Date.now() > deadline) {
        throw new Error(`ministack: did not start within ${START_SECONDS} s; its log ends with\n${readFileSync(this.logFile, 'utf8').slice(-2000)}`);
      }
      await sleep(100);
    }
  }

  private async answers(): Promise<boolean> {
    return fetch(`${this.url}/_ministack/ready`).then((response) => response.ok, () => false);
  }

  private hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }
}

function environment({ folder, port, lightsailUrl, waitScale }: MiniStackOptions): NodeJS.ProcessEnv {
  return {
    ...isolated(folder),
    GATEWAY_PORT: String(port),
    BIND_HOST: '127.0.0.1',
    MINISTACK_HOST: '127.0.0.1',
    MINISTACK_ACCOUNT_ID: ACCOUNT,
    MINISTACK_REGION: REGION,
    LAMBDA_EXECUTOR: 'local',
    SFN_WAIT_SCALE: String(waitScale),
    SFTP_ENABLED: '0',
    // The IoT broker would listen on every interface, whatever BIND_HOST says.
    IOT_MTLS_ENABLED: '0',
    // Lambda functions inherit this variable, so that the template needs nothing that is only for tests.
    AWS_ENDPOINT_URL_LIGHTSAIL: lightsailUrl,
  };
}
