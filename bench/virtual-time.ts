import type { Lightsail } from '@aws-sdk/client-lightsail';
import { BUNDLES } from './bundles';
import { Handler } from './handler';
import { HostedZone } from './hosted-zone';
import { lightsailClient, startAnew } from './lightsail';
import { startSimulator, type Simulator } from '../simulator';

/** The edge takes five minutes, give or take: what is left of an interval between polls is chance. The share is from 0 to 1. */
export function edgeSecondsAt(share: number): number {
  return 295 + 10 * share;
}

/** A Lightsail, a hosted zone of Route 53 and our handler, whose clock moves only when someone waits; a call takes no time. */
export class VirtualTime {
  /** The edge, a reset of the cache, and a certificate whose validation records exist take this time. */
  static async start(edgeSeconds: number, bundle: string = BUNDLES.ours): Promise<VirtualTime> {
    const zone = await HostedZone.start(() => simulator.clock.now());
    const simulator = await startSimulator({
      clock: 'manual', operationSeconds: edgeSeconds, deploymentSeconds: edgeSeconds, behaviour: { issueSeconds: edgeSeconds }, dnsRecords: zone,
    });
    return new VirtualTime(edgeSeconds, simulator, zone, await Handler.start(bundle, simulator.url, zone.url));
  }

  /** What everybody but the handler makes calls with. */
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
    // CloudFormation's handler waits forever where the distribution that it has deleted was the only one.
    await control.seedDistribution('another');
    await this.pass(0);
  }

  readonly pass = async (seconds: number) => {
    const { control } = this.simulator;
    // Records are found when they are written, not only when someone reads the certificate again.
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
