import type { Spread } from './statistics';

/** One measure of this library and of each alternative. */
export interface Row {
  readonly measure: string;
  readonly ours: Spread;
  /** By the name of the alternative. A measure that does not apply to an alternative is absent. */
  readonly alternatives: Readonly<Record<string, Spread>>;
  readonly target?: Target;
}

export interface Target {
  readonly text: string;
  readonly isMet: boolean;
}

/** The rows that have the same alternatives. */
export interface Section {
  readonly title: string;
  readonly alternatives: readonly string[];
  readonly rows: readonly Row[];
}

export interface DatedSection extends Section {
  readonly date: string;
}

/** The value of this library divided by that of the alternative, or undefined if the ratio has no meaning. */
export function ratio(ours: Spread, alternative: Spread): number | undefined {
  return alternative.median > 0 && ours.median >= 0 ? ours.median / alternative.median : undefined;
}

/** Adds the ratios of the table to each row, for the JSON file. */
export function withRatios({ rows, ...section }: Section): object {
  const ratios = ({ ours, alternatives }: Row) => Object.fromEntries(Object.entries(alternatives).map(([name, found]) => [name, ratio(ours, found)]));
  return { ...section, rows: rows.map((row) => ({ ...row, ratios: ratios(row) })) };
}

/**
 * Renders one Markdown table, where × is the value of this library divided by that of the alternative. The first row of each section has the
 * date of the measurement and the names of the alternatives.
 */
export function renderTable(sections: readonly DatedSection[]): string {
  const columns = Math.max(...sections.map(({ alternatives }) => alternatives.length));
  const fill = (cells: readonly string[]) => [...cells, ...Array<string>(columns - cells.length).fill('')];
  const lines = [
    ['', 'ours', ...fill([...Array(columns).keys()].map((i) => `alternative ${i + 1}`)), 'target'],
    ...sections.flatMap(({ title, date, alternatives, rows }) => [
      [bold(title), `measured ${date}`, ...fill(alternatives.map(bold)), ''],
      ...rows.map(({ measure, ours, alternatives: found, target }) => [
        measure, shown(ours), ...fill(alternatives.map((name) => shownBeside(ours, found[name]))), shownTarget(target),
      ]),
    ]),
  ];
  const widths = lines[0].map((_, column) => Math.max(...lines.map((cells) => cells[column].length)));
  const [head, ...body] = lines.map((cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`);
  return [head, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body].join('\n');
}

const bold = (text: string) => `**${text}**`;

function shown({ median, lowerQuartile, upperQuartile }: Spread): string {
  const [middle, lower, upper] = [median, lowerQuartile, upperQuartile].map(number);
  return lower === upper ? middle : `${middle} (${lower} to ${upper})`;
}

function shownBeside(ours: Spread, alternative: Spread | undefined): string {
  if (alternative === undefined) return '';
  const quotient = ratio(ours, alternative);
  return quotient === undefined ? shown(alternative) : `${shown(alternative)}, ×${quotient.toFixed(2)}`;
}

function shownTarget(target: Target | undefined): string {
  return target === undefined ? '' : `${target.text}: ${target.isMet ? 'met' : 'MISSED'}`;
}

/** Formats three digits, which is more than the precision of the measurements. */
function number(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return Number(value.toFixed(digits)).toLocaleString('en-US');
}
