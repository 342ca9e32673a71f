import type { Terminal } from './terminal';

/** The lines of a text as wide as the terminal; where the output does not go to one, a line stays whole for the program that reads it. */
export function wrapped(text: string, indent: number, { columns, isInteractive }: Pick<Terminal, 'columns' | 'isInteractive'>): readonly string[] {
  const margin = ' '.repeat(indent);
  if (!isInteractive) return [margin + text];
  const width = Math.max(20, columns - indent);
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => margin + line);
}
