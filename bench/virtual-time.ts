import { BUNDLES } from './bundles';
import { Handler, owned } from './handler';
import { lightsailClient, seedDistribution, startAnew } from './lightsail';
import { outcome, type Outcome } from './outcome';
import { replay, type Replay } from './replay';
import { CloudFormationReplay } from './replay-cloudformation';
import { TerraformReplay } from './replay-terraform';
import { NAME, type Scenario } from './scenarios';
import { startSimulator, type Simulator } from '../simulator';

export const VIRTUAL_PEERS = ['ours', 'CloudFormation, replayed', 'Terraform, replayed'] as const;
export type VirtualPeer = typeof VIRTUAL_PEERS[number];

/** A Lightsail and its clients whose clock moves only when one of them waits; a call takes no time. */
export class VirtualTime {
  static async start(edgeSeconds: number): Promise<VirtualTime> {
    const simulator = await startSimulator({ clock: 'manual', operationSeconds: edgeSeconds, deploymentSeconds: edgeSeconds });
    return new VirtualTime(edgeSeconds, simulator, await Handler.start(BUNDLES.ours, simulator.url));
  }

  private readonly replays: Readonly<Record<Exclude<VirtualPeer, 'ours'>, Replay>>;

  private constructor(private readonly edgeSeconds: number, private readonly simulator: Simulator, private readonly handler: Handler) {
    const lightsail = lightsailClient(simulator.url, 1);
    this.replays = {
      'CloudFormation, replayed': new CloudFormationReplay(lightsail, this.pass),
      'Terraform, replayed': new TerraformReplay(lightsail, this.pass),
    };
  }

  async run(peer: VirtualPeer, scenario: Scenario): Promise<Outcome> {
    const { simulator: { control, clock }, edgeSeconds } = this;
    await startAnew(control);
    // CloudFormation's handler waits forever where the distribution that it has deleted was the only one.
    await control.seedDistribution('another');
    await this.pass(0);
    if (scenario.from) await seedDistribution(control, peer === 'ours' ? owned(NAME, scenario.from) : scenario.from);
    await control.clearCalls();
    const startedAt = clock.now();
    await (peer === 'ours' ? this.handler.request(NAME, scenario, this.pass) : replay(this.replays[peer], NAME, scenario));
    return outcome(await control.calls(), { startedAt, answeredAt: clock.now(), edgeSeconds });
  }

  async close(): Promise<void> {
    await this.handler.stop();
    await this.simulator.close();
  }

  private readonly pass = async (seconds: number) => {
    await this.simulator.control.advance(seconds);
    this.handler.setTime(this.simulator.clock.now());
  };
}
