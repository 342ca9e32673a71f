import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AssemblyTemplate } from './assembly-stack';
import { NESTED_STACK, type Template } from '../cloudformation/template';

interface AssetManifest {
  readonly files?: Readonly<Record<string, { readonly source?: { readonly path?: string }; readonly destinations?: object }>>;
}

/** Returns the templates of nested stacks, by logical id. Each is an asset, and its URL contains the hash of the content. */
export function nestedTemplates(
  template: Template, directory: string, read: (file: string) => AssemblyTemplate,
): Readonly<Record<string, AssemblyTemplate>> {
  const nested = Object.entries(template.Resources ?? {}).filter(([, { Type }]) => Type === NESTED_STACK);
  if (nested.length === 0) return {};
  const files = assetFiles(directory);
  return Object.fromEntries(nested.flatMap(([logicalId, { Properties }]) => {
    const url = JSON.stringify(Properties?.TemplateURL);
    const asset = files.find(({ hash, path }) => url.includes(hash) && existsSync(join(directory, path)));
    return asset === undefined ? [] : [[logicalId, read(join(directory, asset.path))]];
  }));
}

function assetFiles(directory: string): readonly { readonly hash: string; readonly path: string }[] {
  return readdirSync(directory).filter((file) => file.endsWith('.assets.json')).flatMap((file) => {
    const { files = {} } = JSON.parse(readFileSync(join(directory, file), 'utf8')) as AssetManifest;
    return Object.entries(files).flatMap(([hash, { source }]) => (source?.path?.endsWith('.json') ? [{ hash, path: source.path }] : []));
  });
}
