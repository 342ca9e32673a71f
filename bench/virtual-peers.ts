import { owned } from './handler';
import { seedDistribution } from './lightsail';
import { outcome, type Outcome } from './outcome';
import { replay } from './replay';
import { CloudFormationReplay } from './replay-cloudformation';
import { TerraformReplay } from './replay-terraform';
import { NAME, type Scenario } from './scenarios';
import type { VirtualTime } from './virtual-time';

const REPLAYS = { 'CloudFormation, replayed': CloudFormationReplay, 'Terraform, replayed': TerraformReplay } as const;

export const VIRTUAL_PEERS = ['ours', 'CloudFormation, replayed', 'Terraform, replayed'] as const;
export type VirtualPeer = typeof VIRTUAL_PEERS[number];

/** Runs a scenario of a distribution in virtual time. */
export async function runInVirtualTime(time: VirtualTime, peer: VirtualPeer, scenario: Scenario): Promise<Outcome> {
  const { simulator: { control }, edgeSeconds, pass } = time;
  await time.startAnew();
  if (scenario.from) await seedDistribution(control, peer === 'ours' ? owned(NAME, scenario.from) : scenario.from);
  await control.clearCalls();
  const startedAt = time.now();
  await (peer === 'ours' ? time.handler.request(NAME, scenario, pass) : replay(new REPLAYS[peer](time.lightsail, pass), NAME, scenario));
  return outcome(await control.calls(), { startedAt, answeredAt: time.now(), edgeSeconds });
}
