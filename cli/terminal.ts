import { styleText } from 'node:util';

export type Style = Parameters<typeof styleText>[0];

/** The output of a command. */
export interface Terminal {
  /** The number of columns, or 80 if standard output is not a terminal. */
  readonly columns: number;
  /** Whether `progress` can replace a line. */
  readonly isInteractive: boolean;
  /** Prints a line of the result to standard output. */
  print(line?: string): void;
  /** Prints a line about the run to standard error, so that a pipe that reads the result does not receive it. */
  note(line: string): void;
  /** Returns the text in a style, or unchanged if styles are disabled. */
  styled(style: Style, text: string): string;
  /** Replaces the last line that this method wrote. Only for an interactive terminal. */
  progress(line: string): void;
}

type Output = Pick<NodeJS.WriteStream, 'write' | 'isTTY' | 'columns' | 'hasColors'>;

const DEFAULT_COLUMNS = 80;

export function terminalOf(stdout: Output, stderr: Pick<Output, 'write'>, env: NodeJS.ProcessEnv): Terminal {
  const isInteractive = stdout.isTTY === true;
  // The common environment variables: https://no-color.org and https://force-color.org.
  const hasColors = env.NO_COLOR ? false : env.FORCE_COLOR ? env.FORCE_COLOR !== '0' : isInteractive && stdout.hasColors();
  return {
    print: (line = '') => void stdout.write(`${line}\n`),
    note: (line) => void stderr.write(`${line}\n`),
    styled: (style, text) => (hasColors ? styleText(style, text, { validateStream: false }) : text),
    columns: (isInteractive && stdout.columns) || DEFAULT_COLUMNS,
    isInteractive,
    progress: (line) => void stdout.write(`\r\u001b[2K${line}`),
  };
}
