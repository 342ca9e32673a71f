import { readFileSync } from 'node:fs';
import { escape } from './diagram.mjs';

const { sections } = JSON.parse(readFileSync(new URL('../../bench/results.json', import.meta.url), 'utf8'));
const LABELS = 250;
const BARS = 330;
const LINE = 24;

const format = (value) => value >= 100 ? Math.round(value).toLocaleString('en-US') : value.toLocaleString('en-US', { maximumFractionDigits: 2 });

/** Draws rows of the benchmark as bars. Each line of `source` is `part: measure`. The line through the end of a bar shows the quartiles. */
export function chart(source, title) {
  return source.trim().split('\n').map((line) => rowChart(line, title)).join('');
}

function rowChart(line, title) {
  const [part, ...measure] = line.split(': ');
  const row = sections.find((section) => section.part === part)?.rows.find((one) => one.measure === measure.join(': '));
  if (row === undefined) throw new Error(`no such row in bench/results.json, got ${line}`);
  const bars = [['this library', row.ours], ...Object.entries(row.alternatives)].filter(([, spread]) => spread);
  const most = Math.max(...bars.map(([, spread]) => spread.upperQuartile), Number.MIN_VALUE);
  const x = (value) => LABELS + Math.max(0, value / most * BARS);
  const drawn = bars.map(([name, { median, lowerQuartile, upperQuartile }], index) => {
    const y = index * LINE + 4;
    const quartiles = lowerQuartile === upperQuartile ? '' : `<line class="quartiles" x1="${x(lowerQuartile)}" x2="${x(upperQuartile)}" y1="${y + 8}" y2="${y + 8}"/>`;
    return `<text x="${LABELS - 8}" y="${y + 13}" text-anchor="end">${escape(name)}</text>`
      + `<rect class="${index === 0 ? 'ours' : 'other'}" x="${LABELS}" y="${y}" width="${Math.max(1, x(median) - LABELS)}" height="16" rx="2"/>${quartiles}`
      + `<text x="${x(upperQuartile) + 6}" y="${y + 13}">${format(median)}</text>`;
  });
  const said = bars.map(([name, { median }]) => `${name} ${format(median)}`).join(', ');
  return `<figure class="chart" v-pre><figcaption>${escape(title ? `${title}: ${row.measure}` : row.measure)}</figcaption>`
    + `<svg role="img" aria-label="${escape(`${row.measure}: ${said}`)}" viewBox="0 0 ${LABELS + BARS + 80} ${bars.length * LINE + 4}">${drawn.join('')}</svg></figure>\n`;
}
