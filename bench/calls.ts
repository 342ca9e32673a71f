import { AwsCustomResources } from './aws-custom-resource';
import type { Outcome } from './outcome';
import type { Part } from './part';
import { scenarios } from './scenarios';
import { spread } from './statistics';
import type { Row } from './table';
import { runInVirtualTime, VIRTUAL_PEERS } from './virtual-peers';
import { edgeSecondsAt, VirtualTime } from './virtual-time';

const PEERS = ['ours', 'AwsCustomResource', 'CloudFormation, replayed', 'Terraform, replayed'] as const;
type Peer = typeof PEERS[number];
type Found = Readonly<Record<Peer, Readonly<Record<string, Outcome[]>>>>;

type Measure = readonly [name: string, of: (outcome: Outcome) => number];
const COUNTS: readonly Measure[] = [
  ['API calls', ({ calls }) => calls],
  ['deployments to the edge', ({ deployments }) => deployments],
];
const DURATION: Measure = ['seconds from the request to the answer', ({ seconds }) => seconds];
const DELAY: Measure = ['seconds from the operation\'s end to the answer', ({ secondsAfterEdge }) => secondsAfterEdge];

const isEarly = ({ secondsAfterEdge }: Outcome) => secondsAfterEdge < 0;

export const calls: Part = {
  name: 'calls',
  async run({ quick }) {
    const found = await measure(quick ? { rounds: 1, edgesPerRound: 1 } : { rounds: 3, edgesPerRound: 7 });
    const rows = scenarios.flatMap(({ name }) => {
      const inTime = PEERS.filter((peer) => !found[peer][name].some(isEarly));
      const rowOf = ([measured, of]: Measure, peers: readonly Peer[]) => row(`${name}: ${measured}`, peers, (peer) => found[peer][name].map(of));
      // The duration is not compared if a peer responds before the change has taken effect.
      return [...COUNTS.map((count) => rowOf(count, PEERS)), rowOf(DURATION, inTime), rowOf(DELAY, PEERS)];
    });
    const early = row('answers before the edge had it, %', PEERS, (peer) => [percentage(Object.values(found[peer]).flat().map(isEarly))]);
    return { title: 'One request, at an edge of 5 minutes', alternatives: PEERS.slice(1), rows: [...rows, early] };
  },
};

async function measure({ rounds, edgesPerRound }: { readonly rounds: number; readonly edgesPerRound: number }): Promise<Found> {
  const found = Object.fromEntries(PEERS.map((peer) => [peer, Object.fromEntries(scenarios.map(({ name }) => [name, [] as Outcome[]]))])) as Found;
  const customResources = await AwsCustomResources.start();
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const scenario of scenarios) found.AwsCustomResource[scenario.name].push(await customResources.run(scenario));
      for (let edge = 0; edge < edgesPerRound; edge += 1) {
        await measureInVirtualTime(edgeSecondsAt((round * edgesPerRound + edge) / (rounds * edgesPerRound)), found);
      }
    }
  } finally {
    await customResources.close();
  }
  return found;
}

async function measureInVirtualTime(edgeSeconds: number, found: Found): Promise<void> {
  const time = await VirtualTime.start(edgeSeconds);
  try {
    for (const scenario of scenarios) {
      for (const peer of VIRTUAL_PEERS) found[peer][scenario.name].push(await runInVirtualTime(time, peer, scenario));
    }
  } finally {
    await time.close();
  }
}

function row(measured: string, peers: readonly Peer[], values: (peer: Peer) => readonly number[]): Row {
  const alternatives = peers.filter((peer) => peer !== 'ours');
  return { measure: measured, ours: spread(values('ours')), alternatives: Object.fromEntries(alternatives.map((peer) => [peer, spread(values(peer))])) };
}

function percentage(all: readonly boolean[]): number {
  return 100 * all.filter(Boolean).length / all.length;
}
