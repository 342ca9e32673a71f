import { styleText } from 'node:util';

export type Style = Parameters<typeof styleText>[0];

/** Where a command writes. */
export interface Terminal {
  /** The number of columns; 80 if the result does not go to a terminal. */
  readonly columns: number;
  /** A line can be replaced while it is shown. */
  readonly isInteractive: boolean;
  /** A line of the result. */
  print(line?: string): void;
  /** A line about the run itself: a pipe that reads the result does not get it. */
  note(line: string): void;
  /** The text in a style, or as it is where styles are not shown. */
  styled(style: Style, text: string): string;
  /** Replaces the last line that this method wrote. Only for an interactive terminal. */
  progress(line: string): void;
}

type Output = Pick<NodeJS.WriteStream, 'write' | 'isTTY' | 'columns' | 'hasColors'>;

const DEFAULT_COLUMNS = 80;

export function terminalOf(stdout: Output, stderr: Pick<Output, 'write'>, env: NodeJS.ProcessEnv): Terminal {
  const isInteractive = stdout.isTTY === true;
  // The names that most programs know: https://no-color.org and https://force-color.org.
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
