import { BUNDLE_NAMES, BUNDLES, OTHER_BUNDLES } from './bundles';
import { Handler, type Memory } from './handler';
import { startAnew } from './lightsail';
import { rowOfBundles } from './load';
import { interleaved, type Part } from './part';
import { NAME, scenarios, type Scenario } from './scenarios';
import { startSimulator } from '../simulator';

const MEGABYTE = 1024 * 1024;
const EDGE_SECONDS = 300;

interface MemoryOverLife {
  readonly atRest: Memory;
  readonly inTheEnd: Memory;
}

export const memory: Part = {
  name: 'memory',
  async run({ quick }) {
    const found = await interleaved(BUNDLE_NAMES, quick ? 1 : 15, (name) => measure(BUNDLES[name]));
    const row = (measured: string, bytes: (life: MemoryOverLife) => number) =>
      rowOfBundles(`${measured}, MB`, (name) => found[name].map((life) => bytes(life) / MEGABYTE));
    return {
      title: 'Memory of the handler\'s process',
      alternatives: OTHER_BUNDLES,
      rows: [
        row('resident at rest', ({ atRest }) => atRest.rss),
        row('resident at its peak', ({ inTheEnd }) => inTheEnd.peakRss),
        row('heap at rest', ({ atRest }) => atRest.heapUsed),
        row('heap at its peak', ({ inTheEnd }) => inTheEnd.peakHeap),
      ],
    };
  },
};

/** Measures the loaded, idle handler, and then after a distribution was created, updated in every way, and deleted. */
async function measure(bundle: string): Promise<MemoryOverLife> {
  const simulator = await startSimulator({ clock: 'manual', operationSeconds: EDGE_SECONDS, deploymentSeconds: EDGE_SECONDS });
  const handler = await Handler.start(bundle, simulator.url);
  const pass = async (seconds: number) => {
    await simulator.control.advance(seconds);
    handler.setTime(simulator.clock.now());
  };
  try {
    const atRest = await handler.memory();
    await startAnew(simulator.control);
    await pass(0);
    for (const step of wholeLife(scenarios)) await handler.request(NAME, step, pass);
    return { atRest, inTheEnd: await handler.memory() };
  } finally {
    await handler.stop();
    await simulator.close();
  }
}

/** Applies the desired states of all scenarios to one distribution, one after the other. */
function wholeLife(all: readonly Scenario[]): readonly Scenario[] {
  const desired = all.flatMap(({ to }) => (to === undefined ? [] : [to]));
  return [...desired.map((to, i) => ({ name: 'step', from: desired[i - 1], to })), { name: 'end', from: desired.at(-1) }];
}
