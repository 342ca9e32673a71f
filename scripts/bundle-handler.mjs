// Bundles lambda/ into assets/handler/index.js, and its Route 53 client into a file beside it.
import { bundleFunction } from './bundle-function.mjs';

/** Keeps the Route 53 client in a separate file, which the handler loads on demand. */
const route53OnDemand = {
  name: 'route53-on-demand',
  setup(plugin) {
    plugin.onResolve({ filter: /^\.\/client$/ }, ({ importer }) => (/[\\/]route53[\\/]on-demand\.ts$/.test(importer) ? { path: './route53.js', external: true } : undefined));
  },
};

await bundleFunction({
  name: 'handler',
  entryPoints: { index: 'lambda/index.ts', route53: 'lambda/route53/client.ts' },
  budget: 200_000,
  plugins: [route53OnDemand],
});
