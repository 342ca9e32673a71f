import type { Terminal } from './terminal';

/** What a printed text depends on, besides its content. */
export type Paper = Pick<Terminal, 'styled' | 'columns' | 'isInteractive'>;
