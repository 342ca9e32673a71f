import { statSync } from 'node:fs';
import { BUNDLE_NAMES, BUNDLES, MONITOR_BUNDLES, OTHER_BUNDLES, type Bundle } from './bundles';
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

export const load: Part = partOf('load', 'Loading the handler in a fresh Node process', BUNDLES);

export const loadMonitor: Part = partOf('load-monitor', 'Loading the function of the monitor in a fresh Node process', MONITOR_BUNDLES);

function partOf(name: string, title: string, bundles: Readonly<Record<Bundle, string>>): Part {
  return {
    name,
    async run({ quick }) {
      const found = await interleaved(BUNDLE_NAMES, quick ? 1 : 60, (bundle) => inNode<Load>('load-process.cjs', bundles[bundle]));
      const time = rowOfBundles('load time, ms', (bundle) => found[bundle].map(({ milliseconds }) => milliseconds));
      const size = rowOfBundles('bundle, bytes', (bundle) => [statSync(bundles[bundle]).size]);
      const code = rowOfBundles('code loaded, bytes', (bundle) => found[bundle].map(({ bytes }) => bytes));
      return { title, alternatives: OTHER_BUNDLES, rows: [{ ...time, target: shareTarget(time) }, { ...size, target: sizeTarget(size) }, code] };
    },
  };
}

export function rowOfBundles(measure: string, values: (bundle: Bundle) => readonly number[]): Row {
  return { measure, ours: spread(values('ours')), alternatives: Object.fromEntries(OTHER_BUNDLES.map((name) => [name, spread(values(name))])) };
}

function shareTarget({ ours, alternatives }: Row): Target {
  return { text: `at most ${LARGEST_SHARE} of the first`, isMet: ratio(ours, alternatives[OTHER_BUNDLES[0]])! <= LARGEST_SHARE };
}

function sizeTarget({ ours }: Row): Target {
  return { text: `at most ${LARGEST_BUNDLE.toLocaleString('en-US')}`, isMet: ours.median <= LARGEST_BUNDLE };
}
