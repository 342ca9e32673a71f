import type { Command } from './command';

/** A command by its name. It is loaded when it is run, so that the program starts fast. */
export interface CommandEntry {
  readonly summary: string;
  load(): Promise<Command>;
}

export const COMMANDS: Readonly<Record<string, CommandEntry>> = {
};
