/** The maximum number of names in a message. */
const MOST = 10;

/** Lists the existing names, starting with those most similar to the wrong one. */
export function nearNames(wrong: string, names: readonly string[]): string {
  const near = [...names].sort((one, other) => distance(wrong, one) - distance(wrong, other) || one.localeCompare(other));
  const more = names.length - MOST;
  return `${near.slice(0, MOST).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** The edit distance: the number of letters to add, remove or replace. */
function distance(one: string, other: string): number {
  const letters = Array.from(other.toLowerCase());
  const rows = Array.from(one.toLowerCase()).reduce<readonly number[]>((above, letter, index) => letters.reduce<readonly number[]>(
    (row, otherLetter, at) => [...row, Math.min(row[at] + 1, above[at + 1] + 1, above[at] + (letter === otherLetter ? 0 : 1))], [index + 1],
  ), [0, ...letters.map((_, at) => at + 1)]);
  return rows.at(-1)!;
}
