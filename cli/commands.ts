// Each command is loaded when it is run, so that the program starts fast. `import()` would need a file extension, which Jest does not resolve.
/* eslint-disable @typescript-eslint/no-require-imports */
import type { Command } from './command';

/** A command by its name. */
export interface CommandEntry {
  readonly summary: string;
  load(): Promise<Command>;
}

export const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  import: {
    summary: 'Print code that defines existing distributions',
    load: async () => (require('./import/command') as typeof import('./import/command')).command,
  },
};
