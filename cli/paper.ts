import type { Terminal } from './terminal';

/** The properties of the terminal that determine how a text is printed. */
export type Paper = Pick<Terminal, 'styled' | 'columns' | 'isInteractive'>;
