import { statSync } from 'node:fs';
import { BUNDLE_NAMES, BUNDLES, OTHER_BUNDLES, type Bundle } from './bundles';
import { inNode } from './node-process';
import { interleaved, type Part } from './part';
import { spread } from './statistics';
import { ratio, type Row, type Target } from './table';

interface Load {
  readonly milliseconds: number;
  readonly bytes: number;
}

const LARGEST_BUNDLE = 200_000;
const LARGEST_SHARE = 0.4;

export const load: Part = {
  name: 'load',
  async run({ quick }) {
    const found = await interleaved(BUNDLE_NAMES, quick ? 10 : 60, (name) => inNode<Load>('load-process.cjs', BUNDLES[name]));
    const time = rowOfBundles('load time, ms', (name) => found[name].map(({ milliseconds }) => milliseconds));
    const size = rowOfBundles('bundle, bytes', (name) => [statSync(BUNDLES[name]).size]);
    const code = rowOfBundles('code loaded, bytes', (name) => found[name].map(({ bytes }) => bytes));
    const rows = [{ ...time, target: shareTarget(time) }, { ...size, target: sizeTarget(size) }, code];
    return { title: 'Loading the handler in a fresh Node process', alternatives: OTHER_BUNDLES, rows };
  },
};

export function rowOfBundles(measure: string, values: (bundle: Bundle) => readonly number[]): Row {
  return { measure, ours: spread(values('ours')), alternatives: Object.fromEntries(OTHER_BUNDLES.map((name) => [name, spread(values(name))])) };
}

function shareTarget({ ours, alternatives }: Row): Target {
  return { text: `at most ${LARGEST_SHARE} of the first`, isMet: ratio(ours, alternatives[OTHER_BUNDLES[0]])! <= LARGEST_SHARE };
}

function sizeTarget({ ours }: Row): Target {
  return { text: `at most ${LARGEST_BUNDLE.toLocaleString('en-US')}`, isMet: ours.median <= LARGEST_BUNDLE };
}
