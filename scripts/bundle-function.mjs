// Bundles a Lambda function of the package: the same bytes on every run and on every machine.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { minify } from 'terser';
import { bundleOptions, root } from './bundle-options.mjs';

/**
 * The SDK writes its operation schemas with computed keys, `{ [_ht]: [...] }`. esbuild must assume that such an
 * object has side effects, so it keeps all schemas of Lightsail. With literal keys it drops the unused ones.
 * If the SDK changes the shape, nothing matches, the bundle grows, and the check of the budget fails.
 */
const literalSchemaKeys = {
  name: 'literal-schema-keys',
  setup(plugin) {
    plugin.onLoad({ filter: /[\\/]dist-es[\\/]schemas[\\/]schemas_\d+\.js$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const literals = new Map([...source.matchAll(/^const (_\w+) = ("[^"]*");/gm)].map(([, name, literal]) => [name, literal]));
      const contents = source.replace(/([{,]\s*)\[(_\w+)\]:/g, (all, lead, name) => (literals.has(name) ? `${lead}${literals.get(name)}:` : all));
      return { loader: 'js', contents };
    });
  },
};

/** A client reads only the version of its package.json, for the user agent. This plugin drops the rest of the file. */
const versionOnly = {
  name: 'version-only',
  setup(plugin) {
    plugin.onLoad({ filter: /[\\/]client-[\w-]+[\\/]package\.json$/ }, ({ path }) => {
      const { version } = JSON.parse(readFileSync(path, 'utf8'));
      return { loader: 'json', contents: JSON.stringify({ version }) };
    });
  },
};

/**
 * Replacements for modules of the SDK that the functions do not need. If the SDK renames one of them, the replacement is not applied and the bundle
 * is larger, but correct.
 */
const REPLACED = {
  // Unreachable: Node.js has SHA-256 itself, the Region is given, and Lambda sets no adaptive retry mode.
  'checksum/sha256/Sha256Js.js': throwing('Sha256Js'),
  'config-resolver/regionConfig/getInstanceMetadataRegion.js': throwing('getInstanceMetadataRegion'),
  'util-retry/AdaptiveRetryStrategy.js': throwing('AdaptiveRetryStrategy'),
  // Lambda has no configuration files.
  'shared-ini-file-loader/loadSharedConfigFiles.js':
    'export const CONFIG_PREFIX_SEPARATOR = "."; export const loadSharedConfigFiles = async () => ({ configFile: {}, credentialsFile: {} });',
  // The user who deploys the function chooses the version of Node.js, and cannot act on a warning in its log.
  '@aws-sdk/core/dist-es/submodules/client/emitWarningIfUnsupportedVersion.js':
    'export const state = { warningEmitted: true }; export const emitWarningIfUnsupportedVersion = () => {};',
  // As in the SDK for browsers. Lightsail and Route 53 cannot invoke this function.
  'middleware-recursion-detection/recursionDetectionMiddleware.js': 'export const recursionDetectionMiddleware = () => (next) => (args) => next(args);',
};

function throwing(name) {
  return `export function ${name}() { throw new Error('${name} is not in the bundle'); }`;
}

const withoutUnneeded = {
  name: 'without-unneeded',
  setup(plugin) {
    plugin.onLoad({ filter: /[\\/]dist-es[\\/]/ }, ({ path }) => {
      const [, contents] = Object.entries(REPLACED).find(([suffix]) => path.replaceAll('\\', '/').endsWith(`/${suffix}`)) ?? [];
      return contents && { loader: 'js', contents };
    });
  },
};

/**
 * The client of Lightsail calls only us-east-1, so the endpoint rules need no other partitions and Regions.
 * If the SDK moves the file, the plugin is not applied and the bundle is larger, but correct.
 */
const onePartition = {
  name: 'one-partition',
  setup(plugin) {
    plugin.onLoad({ filter: /[\\/]util-endpoints[\\/]lib[\\/]aws[\\/]partitions\.js$/ }, async ({ path }) => {
      const { partitionsInfo: { version, partitions } } = await import(pathToFileURL(path));
      const aws = { ...partitions.find(({ id }) => id === 'aws'), regions: { 'us-east-1': {} } };
      return { loader: 'js', contents: `export const partitionsInfo = ${JSON.stringify({ version, partitions: [aws] })};` };
    });
  },
};

/** The largest packages in the bundle, by their size before the second minification. */
function largestParts(metafile, entry) {
  const bytes = new Map();
  for (const [input, { bytesInOutput }] of Object.entries(metafile.outputs[entry].inputs)) {
    const part = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(input)?.[1] ?? input.split('/')[0];
    bytes.set(part, (bytes.get(part) ?? 0) + bytesInOutput);
  }
  return [...bytes].sort(([, a], [, b]) => b - a).slice(0, 6);
}

/** Bundles a function into `assets/<name>/`, whose `index.js` may have so many bytes. Further plugins come after those of all functions. */
export async function bundleFunction({ name, entryPoints, budget, plugins = [] }) {
  const folder = `assets/${name}`;
  const entry = `${folder}/index.js`;
  rmSync(`${root}/${folder}`, { recursive: true, force: true });
  const { metafile } = await build({
    ...bundleOptions,
    entryPoints,
    outdir: folder,
    // The SDK loads this module on demand for calls that stream events. The functions make none.
    external: ['@smithy/core/event-streams'],
    // Lambda passes credentials in the environment. The default chain would add SSO, STS and IMDS clients.
    alias: { '@aws-sdk/credential-provider-node': './lambda/lightsail/environment-credentials.ts' },
    plugins: [literalSchemaKeys, versionOnly, withoutUnneeded, onePartition, ...plugins],
  });

  mkdirSync(`${root}/build`, { recursive: true });
  writeFileSync(`${root}/build/${name}.meta.json`, JSON.stringify(metafile));
  for (const outfile of Object.keys(metafile.outputs)) {
    // terser makes several passes over the whole file and removes 3 % more than the single pass of esbuild.
    const { code: minified } = await minify(readFileSync(`${root}/${outfile}`, 'utf8'), { ecma: 2020, toplevel: true, compress: { passes: 3 } });
    const code = Buffer.from(minified);
    writeFileSync(`${root}/${outfile}`, code);
    const sha256 = createHash('sha256').update(code).digest('hex').slice(0, 12);
    console.log(`${outfile}: ${code.length} bytes (${gzipSync(code, { level: 9 }).length} gzipped), sha256 ${sha256}`);
  }
  for (const [part, size] of largestParts(metafile, entry)) console.log(`  ${String(size).padStart(7)}  ${part}`);
  const { length: bytes } = readFileSync(`${root}/${entry}`);
  if (bytes > budget) throw new Error(`${entry}: over its budget, got ${bytes} bytes; at most ${budget}; see build/${name}.meta.json for what grew`);
}
