import { CACHE_RESET_PEERS, cacheResetScenarios, runCacheReset, type CacheResetPeer } from './cache-resets';
import { CERTIFICATE_PEERS, certificateScenarios, runCertificate, type CertificatePeer } from './certificates';
import type { SiteOutcome } from './outcome';
import type { Part } from '../part';
import { spread } from '../statistics';
import type { Row } from '../table';
import { edgeSecondsAt, VirtualTime } from '../virtual-time';

type Peer = CertificatePeer | CacheResetPeer;
type Found = { readonly [P in Peer]?: SiteOutcome[] };

const ALTERNATIVES = [...CERTIFICATE_PEERS, ...CACHE_RESET_PEERS].filter((peer) => peer !== 'ours');

/** A scenario, and the peers that can run it. */
interface Measured {
  readonly name: string;
  readonly peers: readonly Peer[];
  run(time: VirtualTime, peer: Peer): Promise<SiteOutcome>;
}

const MEASURED: readonly Measured[] = [
  ...certificateScenarios.map((scenario): Measured => ({
    name: `certificate, ${scenario.name}`, peers: scenario.peers, run: (time, peer) => runCertificate(time, peer as CertificatePeer, scenario),
  })),
  ...cacheResetScenarios.map((scenario): Measured => ({
    name: `cache reset, ${scenario.name}`, peers: CACHE_RESET_PEERS, run: (time, peer) => runCacheReset(time, peer as CacheResetPeer, scenario),
  })),
];

type Measure = readonly [name: string, of: (outcome: SiteOutcome) => number];
const COUNTS: readonly Measure[] = [
  ['Lightsail API calls', ({ calls }) => calls],
  ['Route 53 calls', ({ route53Calls }) => route53Calls],
  ['certificate requests', ({ certificateRequests }) => certificateRequests],
  ['cache resets', ({ cacheResets }) => cacheResets],
  ['deployments to the edge', ({ deployments }) => deployments],
  ['further deployments of the stack', ({ stackDeployments }) => stackDeployments - 1],
  ['failed deployments of the stack', ({ hasFailed }) => Number(hasFailed)],
  ['seconds without a certificate', (outcome) => outcome.secondsWithoutCertificate],
];
const DURATION: Measure = ['seconds from the request to the last answer', ({ seconds }) => seconds];
const DELAY: Measure = ['seconds from the effect to the last answer', ({ secondsAfterEffect }) => secondsAfterEffect];

const isEarly = ({ hasFailed, secondsAfterEffect }: SiteOutcome) => !hasFailed && secondsAfterEffect < 0;

export const site: Part = {
  name: 'site',
  async run({ quick }) {
    const found = await measure(quick ? 1 : 21);
    const early = row('answers before the effect, %', ALTERNATIVES, (peer) => {
      const outcomes = found.flatMap((one) => one[peer] ?? []);
      return [100 * outcomes.filter(isEarly).length / outcomes.length];
    });
    return {
      title: 'A certificate or a cache reset, each of which takes 5 minutes',
      alternatives: ALTERNATIVES,
      rows: [...MEASURED.flatMap((measured, i) => rowsOf(measured, found[i])), early],
    };
  },
};

/** Returns the results in the order of MEASURED. */
async function measure(edges: number): Promise<readonly Found[]> {
  const found = MEASURED.map(({ peers }): Found => Object.fromEntries(peers.map((peer) => [peer, [] as SiteOutcome[]])));
  for (let edge = 0; edge < edges; edge += 1) {
    const time = await VirtualTime.start(edgeSecondsAt(edge / edges));
    try {
      for (const [i, { peers, run }] of MEASURED.entries()) {
        for (const peer of peers) found[i][peer]!.push(await run(time, peer));
      }
    } finally {
      await time.close();
    }
  }
  return found;
}

/** Leaves out the rows that are 0 for all peers. */
function rowsOf({ name, peers }: Measured, found: Found): Row[] {
  const alternatives = peers.filter((peer) => peer !== 'ours');
  const successful = alternatives.filter((peer) => !found[peer]!.some(({ hasFailed }) => hasFailed));
  // The duration is not compared if a peer responds before the change has taken effect.
  const inTime = successful.filter((peer) => !found[peer]!.some(isEarly));
  const takesTime = found.ours!.some(({ seconds, secondsAfterEffect }) => seconds !== secondsAfterEffect);
  const rowOf = ([measured, of]: Measure, shown: readonly Peer[]) => row(`${name}: ${measured}`, shown, (peer) => found[peer]!.map(of));
  const rows = [...COUNTS.map((count) => rowOf(count, alternatives)), rowOf(DURATION, inTime), ...(takesTime ? [rowOf(DELAY, successful)] : [])];
  return rows.filter(({ ours, alternatives: others }) => [ours, ...Object.values(others)].some(({ median }) => median !== 0));
}

function row(measured: string, alternatives: readonly Peer[], values: (peer: Peer) => readonly number[]): Row {
  return { measure: measured, ours: spread(values('ours')), alternatives: Object.fromEntries(alternatives.map((peer) => [peer, spread(values(peer))])) };
}
