import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The files of the console, by the path at which they are served. */
export const parts = {
  '/': { file: 'page.html', type: 'text/html; charset=utf-8' },
  '/_simulator/console/style.css': { file: 'style.css', type: 'text/css; charset=utf-8' },
  '/_simulator/console/icon.svg': { file: 'icon.svg', type: 'image/svg+xml' },
  ...scripts('main', 'calls', 'certificates', 'clock', 'distributions', 'dom', 'drift', 'faults', 'operations', 'send', 'settings', 'words'),
};

/** The content of these files by name, in a bundle, where they are not on disk. `scripts/console-parts.mjs` defines it. */
declare const CONSOLE_PARTS: Readonly<Record<string, string>>;

export type PartPath = keyof typeof parts;

export function readPart(part: PartPath): string {
  const { file } = parts[part];
  return typeof CONSOLE_PARTS === 'undefined' ? readFileSync(path.join(__dirname, file), 'utf8') : CONSOLE_PARTS[file];
}

/** The scripts are plain JavaScript modules, so that the browser runs the files of the repository unchanged. */
function scripts(...names: readonly string[]): Readonly<Record<`/_simulator/console/${string}.js`, { readonly file: string; readonly type: string }>> {
  return Object.fromEntries(names.map((name) => [`/_simulator/console/${name}.js`, { file: `browser/${name}.js`, type: 'text/javascript; charset=utf-8' }]));
}
