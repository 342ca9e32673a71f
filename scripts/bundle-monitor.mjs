// Bundles monitor/ into assets/monitor/index.js.
import { bundleFunction } from './bundle-function.mjs';

await bundleFunction({ name: 'monitor', entryPoints: { index: 'monitor/index.ts' }, budget: 170_000 });
