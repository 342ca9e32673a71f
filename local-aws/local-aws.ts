import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AwsCli } from './aws-cli';
import { CdkCli } from './cdk-cli';
import { ACCOUNT, clientEnvironment, REGION } from './environment';
import { freePort } from './free-port';
import { MiniStack } from './ministack';
import { ensurePython } from './python';
import { SimulatorControl, startSimulator } from '../simulator';
import { Route53Records } from '../simulator/route53-records';

export interface LocalAwsOptions {
  /** The Regions that stacks can be deployed to. */
  readonly regions?: readonly string[];
  /** The seconds from a write to the end of its operation in Lightsail. */
  readonly operationSeconds?: number;
  /** The seconds from a write to the end of its deployment to the edge. */
  readonly deploymentSeconds?: number;
  /** The seconds from the creation of the validation records in Route 53 to the issue of the certificate. */
  readonly issueSeconds?: number;
  /** The number of calls per second above which Lightsail throttles (default: no limit). */
  readonly requestsPerSecond?: number;
  /** The URL of a local Lightsail that is already running. By default, `start` starts one with the options above, and `close` stops it. */
  readonly lightsailUrl?: string;
}

interface LocalLightsail {
  readonly url: string;
  readonly control: SimulatorControl;
  close(): Promise<void>;
}

function runningElsewhere(url: string): LocalLightsail {
  return { url, control: new SimulatorControl(url), close: async () => undefined };
}

/** An AWS account on this machine: a simulated Lightsail, MiniStack for the other services, and the clients that use them. */
export class LocalAws {
  static async start(options: LocalAwsOptions = {}): Promise<LocalAws> {
    const { regions = [REGION], operationSeconds = 2, deploymentSeconds = 3, issueSeconds = 0, requestsPerSecond = 0, lightsailUrl } = options;
    const { python, bin } = await ensurePython();
    const folder = mkdtempSync(join(tmpdir(), 'local-aws-'));
    const stop = new AbortController();
    const port = await freePort();
    const simulator = lightsailUrl !== undefined ? runningElsewhere(lightsailUrl) : await startSimulator({
      operationSeconds,
      deploymentSeconds,
      account: ACCOUNT,
      dnsRecords: new Route53Records(`http://127.0.0.1:${port}`, ACCOUNT),
      behaviour: { issueSeconds, requestsPerSecond },
    });
    let ministack: MiniStack | undefined;
    try {
      ministack = await MiniStack.start({ python, folder, port, lightsailUrl: simulator.url, waitScale: 0.1 });
      const env = { ...clientEnvironment(folder, ministack.url), AWS_ENDPOINT_URL_LIGHTSAIL: simulator.url };
      const cdk = new CdkCli(folder, env, stop.signal);
      await cdk.bootstrap(regions.map((region) => `aws://${ACCOUNT}/${region}`));
      return new LocalAws(folder, stop, simulator, ministack, cdk, new AwsCli(bin, env, stop.signal), env);
    } catch (error) {
      await ministack?.stop();
      await simulator.close();
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** Reads the simulated Lightsail, and changes it outside the stack. */
  readonly lightsail: SimulatorControl;

  private constructor(
    /** A folder for temporary files. `close` deletes it. */
    readonly folder: string,
    private readonly stop: AbortController,
    private readonly simulator: LocalLightsail,
    private readonly ministack: MiniStack,
    readonly cdk: CdkCli,
    readonly aws: AwsCli,
    /** The environment variables that a client needs. */
    readonly env: NodeJS.ProcessEnv,
  ) {
    this.lightsail = simulator.control;
  }

  /** The URL of the simulated Lightsail. */
  get lightsailUrl(): string {
    return this.simulator.url;
  }

  async close(): Promise<void> {
    this.stop.abort();
    await this.ministack.stop();
    await this.simulator.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
