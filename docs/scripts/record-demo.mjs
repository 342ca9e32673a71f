// Runs the demo, and draws its output as docs/images/demo.svg. Every line in the picture is from this run.
// If the name of a file with the output of `npm run demo` is given, draws this output instead.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const WIDTH = 104;
const STAGES = ['A distribution is created', 'A setting of it changes'];

const output = process.argv[2] ? readFileSync(process.argv[2], 'utf8') : execFileSync('npm', ['run', 'demo'], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
writeFileSync(`${root}docs/images/demo.svg`, draw(output));

export function draw(text) {
  const stages = text.split(/\n(?=\d+\. |Summary)/);
  const chosen = STAGES.map((title) => stages.find((stage) => stage.includes(`. ${title}`)) ?? fail(title));
  const passed = /^\d+ passed, 0 failed.*$/m.exec(text)?.[0] ?? fail('passed');
  const lines = ['$ npm run demo', '…', ...chosen.flatMap((stage) => [...stage.trimEnd().split('\n'), '']), '…', passed].flatMap(wrap);
  const y = (index) => 58 + index * 19;
  const height = y(lines.length) + 8;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 880 ${height}" width="880" height="${height}" role="img" aria-labelledby="t">`,
    '<title id="t">The terminal of npm run demo: a distribution is created on a local AWS, then one setting of it changes</title>',
    `<rect width="880" height="${height}" rx="10" fill="#161b22"/>`,
    ...['#ff5f57', '#febc2e', '#28c840'].map((color, index) => `<circle cx="${22 + index * 20}" cy="20" r="6" fill="${color}"/>`),
    '<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, \'DejaVu Sans Mono\', monospace" font-size="13.5" fill="#c9d1d9" xml:space="preserve">',
    ...lines.map((line, index) => line && `<text x="20" y="${y(index)}"${styleOf(line)}>${line.replace(/[&<>]/g, (one) => `&#${one.charCodeAt(0)};`)}</text>`).filter(Boolean),
    '</g>', '</svg>', '',
  ].join('\n');
}

function styleOf(line) {
  if (/^\s*\$ /.test(line)) return ' fill="#79c0ff" font-weight="bold"';
  if (/^\d+\. /.test(line)) return ' fill="#ffffff" font-weight="bold"';
  if (/^\s+changed: |passed, /.test(line)) return ' fill="#7ee787"';
  return /^\s+Lightsail calls: /.test(line) ? ' fill="#e3b341"' : '';
}

function wrap(line) {
  if (line.length <= WIDTH) return [line];
  const at = line.lastIndexOf(' ', WIDTH);
  return [line.slice(0, at), ...wrap(`       ${line.slice(at + 1)}`)];
}

function fail(what) {
  throw new Error(`the demo did not print what is drawn, got no "${what}"`);
}
