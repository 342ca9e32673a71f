// Each command is loaded when it is run, so that the program starts fast. `import()` would need a file extension, which Jest does not resolve.
/* eslint-disable @typescript-eslint/no-require-imports */
import type { Command } from './command';

export interface CommandEntry {
  readonly summary: string;
  load(): Command;
}

/** The commands by name. */
export const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  plan: {
    summary: 'Show what cdk deploy will do with the distributions of the app',
    load: () => (require('./plan/command') as typeof import('./plan/command')).command,
  },
  drift: {
    summary: 'Show what was changed outside the stacks since the last deployment',
    load: () => (require('./drift/command') as typeof import('./drift/command')).command,
  },
  watch: {
    summary: 'Follow the deployment of a distribution to the edge',
    load: () => (require('./watch/command') as typeof import('./watch/command')).command,
  },
  simulate: {
    summary: 'Start a local Lightsail for tests',
    load: () => (require('./simulate/command') as typeof import('./simulate/command')).command,
  },
  import: {
    summary: 'Print code that defines existing distributions',
    load: () => (require('./import/command') as typeof import('./import/command')).command,
  },
};
