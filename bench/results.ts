import type { Environment } from './environment';
import { renderTable, withRatios, type Section } from './table';

/** The results of a part, with the date and environment of the measurement. */
export interface MeasuredSection extends Section, Environment {
  readonly part: string;
}

/** Merges the earlier results with the new ones, which replace those of the same parts. */
export function mergeResults(
  parts: readonly string[], former: readonly MeasuredSection[], measured: readonly MeasuredSection[],
): readonly MeasuredSection[] {
  return parts.flatMap((name) => measured.find(({ part }) => part === name) ?? former.find(({ part }) => part === name) ?? []);
}

export function toJson(sections: readonly MeasuredSection[]): string {
  return `${JSON.stringify({ sections: sections.map(withRatios) }, undefined, 2)}\n`;
}

export function fromJson(json: string): readonly MeasuredSection[] {
  return (JSON.parse(json) as { sections: readonly MeasuredSection[] }).sections;
}

/** Writes the table, and the environments of its parts, between the two markers in the README. */
export function intoReadme(readme: string, sections: readonly MeasuredSection[]): string {
  const results = [...linesOf(sections), renderTable(sections)].join('\n\n');
  return readme.replace(/(<!-- results -->\n)[^]*(<!-- end of results -->)/, (_, start: string, end: string) => `${start}\n${results}\n\n${end}`);
}

/** Returns one line for each environment, with the parts that were measured there. */
function linesOf(sections: readonly MeasuredSection[]): readonly string[] {
  const parts = new Map<string, string[]>();
  for (const { part, date, versions, machine } of sections) {
    const environment = `Measured on ${date} with ${Object.entries(versions).map(([name, version]) => `${name} ${version}`).join(', ')}, on ${machine}`;
    parts.set(environment, [...parts.get(environment) ?? [], part]);
  }
  return [...parts].map(([environment, names]) => `${environment}: ${names.join(', ')}.`);
}
