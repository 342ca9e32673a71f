import type { Terminal } from './terminal';

/** The exit codes. `DIFFERENT` is a result, not a failure. */
export const EXIT = { OK: 0, FAILED: 1, DIFFERENT: 2 } as const;

export type ExitCode = typeof EXIT[keyof typeof EXIT];

/** One command of the program. */
export interface Command {
  /** The synopsis of the operands, for example `[STACK...]`. */
  readonly operands: string;
  readonly description: string;
  readonly options: Readonly<Record<string, Option>>;
  /** The text after the options in the usage. */
  readonly details?: string;
  run(given: Arguments, terminal: Terminal): Promise<ExitCode>;
}

export interface Option {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  readonly default?: string | boolean;
  /** The placeholder for the value of the option in the usage, for example `DIRECTORY`. */
  readonly value?: string;
  readonly description: string;
}

export interface Arguments {
  readonly operands: readonly string[];
  /** Returns the text of an option or its default, or `undefined` if it has neither. */
  text(option: string): string | undefined;
  texts(option: string): readonly string[];
  flag(option: string): boolean;
}
