import type { Terminal } from './terminal';

/** Wraps a text to the width of the terminal. If the output is not a terminal, the line is not wrapped, for the program that reads it. */
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
