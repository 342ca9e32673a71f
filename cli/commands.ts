// Each command is loaded when it is run, so that the program starts fast. `import()` would need a file extension, which Jest does not resolve.
/* eslint-disable @typescript-eslint/no-require-imports */
import type { Command } from './command';

export interface CommandEntry {
  readonly summary: string;
  load(): Command;
}

/** The commands by name. */
export const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  watch: {
    summary: 'Follow the deployment of a distribution to the edge',
    load: () => (require('./watch/command') as typeof import('./watch/command')).watchCommand,
  },
};
