// Bundles monitor/ into assets/monitor/index.js.
import { bundleFunction } from './bundle-function.mjs';

/** The client of CloudWatch Logs loads what reads streams of events as it starts. The monitor makes no call that has one. */
const withoutEventStreams = {
  name: 'without-event-streams',
  setup(plugin) {
    plugin.onResolve({ filter: /^@smithy\/core\/event-streams$/ }, () => ({ path: 'event-streams', namespace: 'without-event-streams' }));
    plugin.onLoad({ filter: /.*/, namespace: 'without-event-streams' }, () => ({
      loader: 'js', contents: 'export const resolveEventStreamSerdeConfig = (config) => config; export const eventStreamSerdeProvider = () => undefined;',
    }));
  },
};

await bundleFunction({ name: 'monitor', entryPoints: { index: 'monitor/index.ts' }, budget: 170_000, plugins: [withoutEventStreams] });
