// The files of the simulator's console, for a bundle. simulator/console/parts.ts reads them from CONSOLE_PARTS.
import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';

const folder = fileURLToPath(new URL('../simulator/console', import.meta.url));
const loaders = { '.css': 'css', '.js': 'js' };

/** Returns the text of a file. Removes comments and whitespace from styles and scripts, as in the rest of the bundle. */
function textOf(file) {
  const text = readFileSync(`${folder}/${file}`, 'utf8');
  const loader = loaders[extname(file)];
  return loader === undefined ? text : transformSync(text, { loader, minify: true, charset: 'utf8', format: loader === 'js' ? 'esm' : undefined }).code;
}

const files = ['page.html', 'style.css', 'icon.svg', ...readdirSync(`${folder}/browser`).filter((file) => file.endsWith('.js')).map((file) => `browser/${file}`)];

/** The value for the option `define` of esbuild. */
export const consoleParts = { CONSOLE_PARTS: JSON.stringify(Object.fromEntries(files.map((file) => [file, textOf(file)]))) };
