import { inNode } from './node-process';
import { interleaved, type Part } from './part';
import { spread } from './statistics';
import { ratio, type Row, type Target } from './table';

/** The kinds of `synthesis-process.cjs`, by their name in the table. */
const KINDS = { 'ours': 'ours', 'L1 CfnDistribution': 'l1', 'AwsCustomResource': 'awsCustomResource' } as const;
type Kind = keyof typeof KINDS;
const OTHERS = ['L1 CfnDistribution', 'AwsCustomResource'] as const;

const COUNTS = [1, 20, 100, 400] as const;
/** Used only for the growth of the time, which smaller differences do not show. */
const MANY = 1600;
const MEASURED = [...COUNTS, MANY] as const;
/** The maximum number of resources of a stack beside its distributions. */
const MOST_OTHER_RESOURCES = 16;

interface Synthesis {
  readonly milliseconds: number;
  readonly resources: number;
  readonly bytes: number;
}
type Found = { readonly [C in typeof MEASURED[number]]: { readonly [K in Kind]: readonly Synthesis[] } };

export const synthesis: Part = {
  name: 'synthesis',
  async run({ quick }) {
    const found = await measure(quick ? 1 : 11);
    return { title: 'Synthesizing one stack in a fresh Node process', alternatives: OTHERS, rows: [...COUNTS.flatMap((count) => rowsOf(count, found)), ...rates(found)] };
  },
};

async function measure(rounds: number): Promise<Found> {
  const keys = MEASURED.flatMap((count) => (Object.keys(KINDS) as Kind[]).map((kind) => `${count} ${kind}` as const));
  const all = await interleaved(keys, rounds, (key) => {
    const [, count, kind] = /^(\d+) (.*)$/.exec(key)!;
    return inNode<Synthesis>('synthesis-process.cjs', KINDS[kind as Kind], count);
  });
  return Object.fromEntries(MEASURED.map((count) =>
    [count, Object.fromEntries((Object.keys(KINDS) as Kind[]).map((kind) => [kind, all[`${count} ${kind}`]]))])) as unknown as Found;
}

function rowsOf(count: typeof COUNTS[number], found: Found): Row[] {
  const of = (measured: string, member: keyof Synthesis) =>
    row(`${count} distribution${count === 1 ? '' : 's'}: ${measured}`, (kind) => found[count][kind].map((one) => one[member]));
  const resources = of('resources', 'resources');
  const isMet = resources.ours.median <= count + MOST_OTHER_RESOURCES;
  return [of('synthesis, ms', 'milliseconds'), { ...resources, target: { text: `at most ${count + MOST_OTHER_RESOURCES}`, isMet } }, of('template, bytes', 'bytes')];
}

/** The time for each additional distribution, and its growth from the lower to the higher counts. */
function rates(found: Found): Row[] {
  const each = row('each further distribution, ms', (kind) => perDistribution(found, kind, 1, 400));
  const growth = row(`each from 400 to ${MANY} over each from 1 to 400`, (kind) =>
    [median(perDistribution(found, kind, 400, MANY)) / median(perDistribution(found, kind, 1, 400))]);
  const rate: Target = { text: 'at most that of L1', isMet: ratio(each.ours, each.alternatives['L1 CfnDistribution'])! <= 1 };
  // Less than 1, because code gets faster while it warms up. A growth faster than linear would be more than 1.
  return [{ ...each, target: rate }, { ...growth, target: { text: 'linear: at most 1', isMet: growth.ours.median <= 1 } }];
}

function perDistribution(found: Found, kind: Kind, from: keyof Found, to: keyof Found): readonly number[] {
  return found[to][kind].map(({ milliseconds }, round) => (milliseconds - found[from][kind][round].milliseconds) / (to - from));
}

const median = (values: readonly number[]) => spread(values).median;

function row(measured: string, values: (kind: Kind) => readonly number[]): Row {
  return { measure: measured, ours: spread(values('ours')), alternatives: Object.fromEntries(OTHERS.map((kind) => [kind, spread(values(kind))])) };
}
