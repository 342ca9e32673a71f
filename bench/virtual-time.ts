import type { Lightsail } from '@aws-sdk/client-lightsail';
import { BUNDLES } from './bundles';
import { Handler } from './handler';
import { HostedZone } from './hosted-zone';
import { lightsailClient, startAnew } from './lightsail';
import { startSimulator, type Simulator } from '../simulator';

/** The duration of a deployment to the edge varies around five minutes, so that polls hit every point of their interval. `share` is from 0 to 1. */
export function edgeSecondsAt(share: number): number {
  return 295 + 10 * share;
}

/** A Lightsail, a hosted zone of Route 53 and our handler, with a clock that advances only when a client waits. A call takes no time. */
export class VirtualTime {
  /** `edgeSeconds` is the duration of a deployment, of a cache reset, and of the issue of a certificate whose validation records exist. */
  static async start(edgeSeconds: number, bundle: string = BUNDLES.ours): Promise<VirtualTime> {
    const zone = await HostedZone.start(() => simulator.clock.now());
    const simulator = await startSimulator({
      clock: 'manual', operationSeconds: edgeSeconds, deploymentSeconds: edgeSeconds, behaviour: { issueSeconds: edgeSeconds }, dnsRecords: zone,
    });
    return new VirtualTime(edgeSeconds, simulator, zone, await Handler.start(bundle, simulator.url, zone.url));
  }

  /** The client for all calls that the handler does not make. */
  readonly lightsail: Lightsail;

  private constructor(readonly edgeSeconds: number, readonly simulator: Simulator, readonly zone: HostedZone, readonly handler: Handler) {
    this.lightsail = lightsailClient(simulator.url, 1);
  }

  now(): number {
    return this.simulator.clock.now();
  }

  async startAnew(): Promise<void> {
    const { control } = this.simulator;
    await startAnew(control);
    this.zone.reset();
    // The CloudFormation handler waits forever if it deletes the only distribution of the account.
    await control.seedDistribution('another');
    await this.pass(0);
  }

  readonly pass = async (seconds: number) => {
    const { control } = this.simulator;
    // The simulator finds records when it is called. This call lets it find them when they are written, not only at the next read.
    await control.snapshot();
    await control.advance(seconds);
    this.handler.setTime(this.now());
  };

  async close(): Promise<void> {
    await this.handler.stop();
    await this.simulator.close();
    await this.zone.close();
  }
}
