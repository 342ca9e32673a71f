import { FROM, TO, type Line, type Widget } from './scene';
import type { ExtractedMetrics } from '../../test/monitor/extracted-metrics';

const WIDTH = 340;
const HEIGHT = 210;
const GAP = 16;
const COLUMNS = 3;
/** Of the plot in its graph. */
const PLOT = { left: 52, right: 22, top: 40, bottom: 52 };
/** Each has a contrast of 4.5 to 1 with white. */
const COLORS = ['#0b64be', '#b3430b', '#2f6f3e'];

const statistics: Readonly<Record<string, (values: readonly number[]) => number>> = {
  Sum: (values) => values.reduce((sum, value) => sum + value, 0),
  Average: (values) => values.reduce((sum, value) => sum + value, 0) / values.length,
  Minimum: (values) => Math.min(...values),
  Maximum: (values) => Math.max(...values),
};

const escape = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
const text = (x: number, y: number, content: string, attributes = '') => `<text x="${x}" y="${y}"${attributes}>${escape(content)}</text>`;

/** The values of a line, as CloudWatch makes them of what was published. */
function pointsOf({ metric, stat, period }: Line, metrics: ExtractedMetrics): readonly (readonly [at: number, value: number])[] {
  const periods = new Map<number, number[]>();
  for (const [start, ...values] of metrics.of(metric)) {
    const at = Math.floor(start / period) * period;
    if (at >= FROM && at < TO) periods.set(at, [...periods.get(at) ?? [], ...values]);
  }
  return [...periods].map(([at, values]) => [at, statistics[stat](values)]);
}

const UNITS = [[1e9, ' G'], [1e6, ' M'], [1e3, ' k'], [1, '']] as const;

function formatted(value: number): string {
  const [divisor, unit] = UNITS.find(([one]) => value >= one) ?? [1, ''];
  return `${Number((value / divisor).toPrecision(3))}${unit}`;
}

/** The lowest number with one digit, or that and a half, that is not below the value. */
function axisEnd(value: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(value || 1));
  return Math.max(1, [1, 1.5, 2, 3, 4, 5, 6, 8, 10].map((step) => step * magnitude).find((step) => step >= value)!);
}

function graph({ title, unit, lines }: Widget, metrics: ExtractedMetrics, left: number, top: number): string {
  const series = lines.map((line) => pointsOf(line, metrics));
  const end = axisEnd(Math.max(...series.flat().map(([, value]) => value), 0));
  const x = (at: number) => (PLOT.left + (at - FROM) / (TO - FROM) * (WIDTH - PLOT.left - PLOT.right)).toFixed(1);
  const y = (value: number) => (HEIGHT - PLOT.bottom - value / end * (HEIGHT - PLOT.top - PLOT.bottom)).toFixed(1);
  const grid = [0, 0.5, 1].map((share) => {
    const height = y(share * end);
    return `<path d="M${PLOT.left} ${height}H${WIDTH - PLOT.right}" stroke="#d5d9de"/>`
      + text(PLOT.left - 6, Number(height) + 4, `${formatted(share * end)}${unit === '%' ? ' %' : ''}`, ' text-anchor="end"');
  });
  const hours = [0, 6, 12, 18, 24].map((hour) => text(Number(x(FROM + hour * 3_600)), HEIGHT - PLOT.bottom + 16, `${String(hour).padStart(2, '0')}:00`, ' text-anchor="middle"'));
  const drawn = series.map((points, index) =>
    `<polyline points="${points.map(([at, value]) => `${x(at)},${y(value)}`).join(' ')}" fill="none" stroke="${COLORS[index]}" stroke-width="1.4"/>`);
  const legend = lines.map(({ label }, index) => {
    const at = PLOT.left - 38 + index * 104;
    return `<rect x="${at}" y="${HEIGHT - 20}" width="10" height="10" fill="${COLORS[index]}"/>${text(at + 15, HEIGHT - 11, label)}`;
  });
  return [
    `<g transform="translate(${left} ${top})">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" rx="6" fill="#ffffff" stroke="#8d949e"/>`,
    text(14, 24, title, ' font-size="13" font-weight="bold" fill="#16191f"'),
    ...grid, ...hours, ...drawn, ...legend,
    '</g>',
  ].join('\n');
}

/** The dashboard as SVG. Each graph has a background of its own, so that it can be read on a light and on a dark page. */
export function draw(widgets: readonly Widget[], metrics: ExtractedMetrics): string {
  const rows = Math.ceil(widgets.length / COLUMNS);
  const [width, height] = [COLUMNS * (WIDTH + GAP) - GAP + 2, rows * (HEIGHT + GAP) - GAP + 2];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="t"`
      + ' font-family="Helvetica, Arial, \'DejaVu Sans\', sans-serif" font-size="11" fill="#414d5c">',
    `<title id="t">The graphs of a distribution on a day: ${escape(widgets.map(({ title }) => title).join('; '))}</title>`,
    ...widgets.map((widget, index) => graph(widget, metrics, 1 + index % COLUMNS * (WIDTH + GAP), 1 + Math.floor(index / COLUMNS) * (HEIGHT + GAP))),
    '</svg>', '',
  ].join('\n');
}
