import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { interleaved, type Part } from './part';
import { spread } from './statistics';
import { ratio } from './table';
import { ROOT } from '../local-aws/environment';

const run = promisify(execFile);

/** The commands that are started in a new process, by their name in the table. */
const STARTED = {
  'ours': [join(ROOT, 'bin', 'cdk-lightsail-distribution'), '--help'],
  'node -e 0': ['-e', '0'],
  'cdk --version': [join(ROOT, 'node_modules', 'aws-cdk', 'bin', 'cdk'), '--version'],
} as const;
type Started = keyof typeof STARTED;
const OTHERS = ['node -e 0', 'cdk --version'] as const satisfies readonly Started[];

const LARGEST_RATIO = 3;
const LONGEST_MILLISECONDS = 150;

export const start: Part = {
  name: 'start',
  async run({ quick }) {
    const found = await interleaved(Object.keys(STARTED) as Started[], quick ? 1 : 40, timeOf);
    const row = {
      measure: 'from the start to the end of `--help`, ms',
      ours: spread(found.ours),
      alternatives: Object.fromEntries(OTHERS.map((name) => [name, spread(found[name])])),
    };
    const isMet = ratio(row.ours, row.alternatives['node -e 0'])! <= LARGEST_RATIO && row.ours.median <= LONGEST_MILLISECONDS;
    const target = { text: `at most ${LONGEST_MILLISECONDS} ms, and ${LARGEST_RATIO} of an empty program`, isMet };
    return { title: 'Starting the command line in a fresh Node process', alternatives: OTHERS, rows: [{ ...row, target }] };
  },
};

async function timeOf(name: Started): Promise<number> {
  const startedAt = performance.now();
  await run(process.execPath, [...STARTED[name]], { env: { CDK_DISABLE_CLI_TELEMETRY: 'true', CI: 'true' } });
  return performance.now() - startedAt;
}
