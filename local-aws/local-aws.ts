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
  /** Regions that stacks can be deployed to. */
  readonly regions?: readonly string[];
  /** How long Lightsail works at a change before its operation ends. */
  readonly operationSeconds?: number;
  /** How long the edge takes to have a change. */
  readonly deploymentSeconds?: number;
  /** How long Lightsail takes to issue a certificate, once its validation records are in Route 53. */
  readonly issueSeconds?: number;
  /** How many calls a second Lightsail takes before it throttles; any number when it is absent. */
  readonly requestsPerSecond?: number;
  /** The URL of a local Lightsail that runs already, in place of one that is started with the options above and ends with this. */
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

/** An AWS account on this machine: a simulated Lightsail, MiniStack for the rest, and the clients that speak with them. */
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

  /** Looks into the simulated Lightsail and changes it outside the stack. */
  readonly lightsail: SimulatorControl;

  private constructor(
    /** For whatever is written; it goes when this closes. */
    readonly folder: string,
    private readonly stop: AbortController,
    private readonly simulator: LocalLightsail,
    private readonly ministack: MiniStack,
    readonly cdk: CdkCli,
    readonly aws: AwsCli,
    /** What a client needs in its environment. */
    readonly env: NodeJS.ProcessEnv,
  ) {
    this.lightsail = simulator.control;
  }

  /** Where a client finds the simulated Lightsail. */
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
