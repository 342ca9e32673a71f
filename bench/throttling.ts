import { awsCustomResource, ours, terraform, type Client } from './clients-in-real-time';
import { seedDistribution, startAnew } from './lightsail';
import type { Part } from './part';
import { scenarios, type Scenario } from './scenarios';
import { spread } from './statistics';
import type { Row } from './table';
import { startSimulator } from '../simulator';

const REQUESTS_PER_SECOND = 2;

const ALTERNATIVES = ['one of ours alone', 'AwsCustomResource\'s call, replayed', 'Terraform, replayed'] as const;
type Contestant = 'ours' | typeof ALTERNATIVES[number];

interface Size {
  readonly distributions: number;
  readonly edgeSeconds: number;
}

interface Found {
  /** For each distribution, from the common start to its response. */
  readonly seconds: readonly number[];
  readonly failures: readonly string[];
  readonly calls: number;
  readonly refused: number;
}

export const throttling: Part = {
  name: 'throttling',
  async run({ quick }) {
    const size = quick ? { distributions: 6, edgeSeconds: 20 } : { distributions: 20, edgeSeconds: 60 };
    // All runs are concurrent, each with a separate Lightsail, because they mostly wait.
    const rows = await Promise.all(scenarios.filter(({ name }) => name === 'one setting' || name === 'create').map((scenario) => measure(scenario, size)));
    return {
      title: `${size.distributions} distributions at once, at ${REQUESTS_PER_SECOND} requests a second and an edge of ${size.edgeSeconds} s`,
      alternatives: ALTERNATIVES,
      rows: rows.flat(),
    };
  },
};

async function measure(scenario: Scenario, size: Size): Promise<Row[]> {
  const [all, one, itsCall, replayed] = await Promise.all([
    run(ours, scenario, size),
    run(ours, scenario, { ...size, distributions: 1 }),
    run(awsCustomResource, scenario, size),
    run(terraform, scenario, size),
  ]);
  return rowsOf(scenario.name, {
    'ours': all, 'one of ours alone': one, 'AwsCustomResource\'s call, replayed': itsCall, 'Terraform, replayed': replayed,
  });
}

async function run({ request, found, atOnce }: Client, scenario: Scenario, { distributions, edgeSeconds }: Size): Promise<Found> {
  const { url, control, close } = await startSimulator({
    operationSeconds: edgeSeconds, deploymentSeconds: edgeSeconds, behaviour: { requestsPerSecond: REQUESTS_PER_SECOND },
  });
  try {
    await startAnew(control);
    const names = Array.from({ length: distributions }, (_, i) => `shop-${i}`);
    for (const name of scenario.from ? names : []) await seedDistribution(control, found(name, scenario.from!), name);

    const startedAt = Date.now();
    const seconds: number[] = [];
    const failures: string[] = [];
    await together(names, atOnce, async (name) => {
      await request(url, name, scenario).catch((error: Error) => failures.push(`${name}: ${error.message}`));
      seconds.push((Date.now() - startedAt) / 1000);
    });
    const calls = await control.calls();
    return { seconds, failures, calls: calls.length, refused: calls.filter(({ outcome }) => outcome === 'ThrottlingException').length };
  } finally {
    await close();
  }
}

async function together<T>(all: readonly T[], atOnce: number, act: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...all];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await act(next);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, worker));
}

function rowsOf(scenario: string, found: Readonly<Record<Contestant, Found>>): Row[] {
  const row = (measured: string, alternatives: readonly typeof ALTERNATIVES[number][], values: (one: Found) => readonly number[]): Row => ({
    measure: `${scenario}: ${measured}`,
    ours: spread(values(found.ours)),
    alternatives: Object.fromEntries(alternatives.map((name) => [name, spread(values(found[name]))])),
  });
  // The duration is not compared if a peer responds before the change has taken effect.
  const waiting = ALTERNATIVES.filter((name) => name !== 'AwsCustomResource\'s call, replayed');
  found.ours.failures.forEach((failure) => console.error(failure));
  return [
    row('seconds to the last answer', waiting, ({ seconds }) => [Math.max(...seconds)]),
    row('seconds to each answer', waiting, ({ seconds }) => seconds),
    row('API calls', ALTERNATIVES, ({ calls }) => [calls]),
    row('calls refused', ALTERNATIVES, ({ refused }) => [refused]),
    { ...row('failures', ALTERNATIVES, ({ failures }) => [failures.length]), target: { text: 'none', isMet: found.ours.failures.length === 0 } },
  ];
}
