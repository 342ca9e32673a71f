import type { Terminal } from './terminal';

/** What a program tells its caller. `DIFFERENT` is an answer, not a failure. */
export const EXIT = { OK: 0, FAILED: 1, DIFFERENT: 2 } as const;

export type ExitCode = typeof EXIT[keyof typeof EXIT];

/** One command of the program. */
export interface Command {
  /** What follows the name of the command, such as `[STACK...]`. */
  readonly operands: string;
  readonly description: string;
  readonly options: Readonly<Record<string, Option>>;
  /** What the usage says after the options. */
  readonly details?: string;
  run(given: Arguments, terminal: Terminal): Promise<ExitCode>;
}

export interface Option {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  readonly default?: string | boolean;
  /** What the usage shows for the value of the option, such as `DIRECTORY`. */
  readonly value?: string;
  readonly description: string;
}

export interface Arguments {
  readonly operands: readonly string[];
  /** The text of an option, or its default; `undefined` if it has neither. */
  text(option: string): string | undefined;
  texts(option: string): readonly string[];
  flag(option: string): boolean;
}
