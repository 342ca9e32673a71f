import { EXTERNAL_CERTIFICATE_CHANGES } from './external-certificate-change';
import { EXTERNAL_DISTRIBUTION_CHANGES } from './external-change';
import { run, undisturbed, type Run } from './run';
import { SCENARIOS } from './scenarios';
import { CALL_KINDS, isOfPass, PASS_KINDS, type CallKind, type Disturbance, type Schedule, type PassKind } from './schedule';
import type { Ports } from '../lambda/simulated-lightsail';

/** Schedules of one kind, which one process runs. */
export interface Part {
  readonly kind: string;
  readonly schedules: () => AsyncIterable<Schedule>;
}

type Pass = Run['world']['passes'][number];

/** One disturbance of each group that has the same effect in pairs. */
const REPRESENTATIVE: readonly Disturbance['kind'][] = [
  'throttledLong', 'serverErrorThroughout', 'cutAfter', 'failedOperation', 'staleRead', 'killedBefore', 'killedAfter', 'atOnce', 'twice', 'restarted', 'late', 'slow',
];
/** All pairs are run for scenarios with at most this number of calls. */
const SMALL = 10;
/** The maximum number of passes that are interleaved. */
const INTERLEAVED = 8;

/** All schedules of the walk, in the scenarios for which `isWanted` returns true. */
export async function parts(isWanted = (_scenario: string) => true): Promise<readonly Part[]> {
  const all: Part[] = [];
  for (const scenario of Object.keys(SCENARIOS).filter(isWanted)) {
    const smooth = await undisturbed(scenario);
    const one = (...disturbances: Disturbance[]): Schedule => ({ scenario, disturbances });
    all.push({ kind: 'undisturbed', schedules: () => listed([one()]) });
    for (const kind of [...CALL_KINDS, ...PASS_KINDS]) {
      const found = next(smooth).filter((disturbance) => disturbance.kind === kind);
      if (found.length > 0) all.push({ kind: `one: ${kind}`, schedules: () => listed(found.map((disturbance) => one(disturbance))) });
    }
    const late = interleavings(smooth);
    if (late.length > 0) all.push({ kind: 'two waiters, every order of their passes', schedules: () => listed(late.map((disturbances) => one(...disturbances))) });
    if (smooth.world.calls.length > SMALL) continue;
    for (const first of next(smooth).filter(isRepresentative)) all.push({ kind: PAIRS, schedules: () => pairs(scenario, first) });
  }
  return all;
}

/** The kind of the parts that have most of the schedules. Each of these parts has the pairs with one first disturbance. */
export const PAIRS = 'pairs, every one';

/** Selects, of the pairs, the parts with every nth first disturbance: to list the pairs with one takes a run. */
export const everyNthFirst = (n: number) => ({ kind }: Part, at: number) => kind !== PAIRS || at % n === 0;

const isRepresentative = ({ kind }: Disturbance) => REPRESENTATIVE.includes(kind);

async function* listed(schedules: readonly Schedule[]): AsyncIterable<Schedule> {
  yield* schedules;
}

async function* pairs(scenario: string, first: Disturbance): AsyncIterable<Schedule> {
  const begun = await run({ scenario, disturbances: [first] });
  for (const second of following(begun, first).filter(isRepresentative)) yield { scenario, disturbances: [first, second] };
}

/** Every disturbance that can occur in a run. */
export function next({ world }: Run): readonly Disturbance[] {
  return [
    ...world.calls.flatMap(({ name }, at) => CALL_KINDS.filter((kind) => fitsCall(kind, name, world)).map((kind) => ({ kind, at }))),
    ...world.passes.flatMap((pass, at) => PASS_KINDS.filter((kind) => fitsPass(kind, pass, world.passes)).map((kind) => ({ kind, at }))),
  ];
}

/** The disturbances that can occur after the first one, or at the same call or pass. */
export function following(begun: Run, first: Disturbance): readonly Disturbance[] {
  const { calls } = begun.world;
  const pass = isOfPass(first.kind) ? first.at : calls[first.at].pass;
  const kinds: readonly Disturbance['kind'][] = [...CALL_KINDS, ...PASS_KINDS];
  return next(begun).filter((second) => {
    if (isOfPass(first.kind) === isOfPass(second.kind) && first.at === second.at) return kinds.indexOf(second.kind) > kinds.indexOf(first.kind);
    if (isOfPass(second.kind)) return second.at > pass;
    return isOfPass(first.kind) ? calls[second.at].pass >= pass : second.at > first.at;
  });
}

function fitsCall(kind: CallKind, name: keyof Ports, { hasCertificates, hasDistributions }: Run['world']): boolean {
  if (EXTERNAL_CERTIFICATE_CHANGES.includes(kind)) return hasCertificates;
  if (EXTERNAL_DISTRIBUTION_CHANGES.includes(kind)) return hasDistributions;
  switch (kind) {
    case 'staleRead': return ['distribution', 'operation', 'operationsFor', ...(hasCertificates ? ['certificate', 'distributionsWith'] : [])].includes(name);
    case 'failedOperation': return name === 'send' || name === 'tag' || name === 'untag';
    default: return true;
  }
}

function fitsPass(kind: PassKind, pass: Pass, passes: readonly Pass[]): boolean {
  switch (kind) {
    // Only the first call of the last request of the resource. The handler would take an earlier one for a new request.
    case 'afterwards': return pass.isFirst && passes.filter(({ resource, isFirst }) => isFirst && resource === pass.resource).at(-1) === pass;
    case 'firstAgain': case 'restarted': case 'late': return !pass.isFirst;
    default: return true;
  }
}

/** While the waiter of a cancelled request and that of a newer request poll concurrently, any of their polls can be late. */
function interleavings({ world: { passes } }: Run): readonly (readonly Disturbance[])[] {
  const requests = passes.map(({ request }) => request);
  const beside = requests.findIndex((request, at) => requests.indexOf(request) < at && request !== requests[at - 1]);
  if (beside === -1) return [];
  const polls = passes.flatMap(({ isFirst }, at) => (at < beside || isFirst ? [] : [at])).slice(0, INTERLEAVED);
  return subsets(polls).filter((late) => late.length > 0).map((late) => late.map((at) => ({ kind: 'late', at })));
}

function subsets(all: readonly number[]): readonly (readonly number[])[] {
  return all.reduce<readonly (readonly number[])[]>((some, one) => [...some, ...some.map((subset) => [...subset, one])], [[]]);
}
