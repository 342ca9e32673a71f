import { anyText, type Codec, record, text, variantOf, wholeNumber } from './codec';

/** What the first call passes to every poll of the same request; the provider framework returns it unchanged. */
export interface Progress<Phase> {
  /** Epoch milliseconds of the first call. */
  readonly startedAt: number;
  /** CloudFormation's id of the resource before the request; absent for a new resource. A poll gets the id that the first call returned instead. */
  readonly physicalResourceId?: string;
  readonly state: Phase | Ended;
}

/** The first call ended the request. */
export type Ended =
  | { readonly phase: 'completed' }
  /** Only a poll may report this failure. */
  | { readonly phase: 'failed'; readonly message: string };

const ended = variantOf<'phase', Ended>('phase', { completed: record<object>({}), failed: record<{ message: string }>({ message: anyText }, ['message']) });

export function isEnded(state: object): state is Ended {
  return 'phase' in state && (state.phase === 'completed' || state.phase === 'failed');
}

/** Reads what a poll carries; `phase` reads the phases in which a poll has something to do. */
export const progressOf = <Phase extends object>(phase: Codec<Phase>): Codec<Progress<Phase>> => record<Progress<Phase>>({
  startedAt: wholeNumber,
  physicalResourceId: text,
  state: (value, path) => (typeof value === 'object' && value !== null && isEnded(value) ? ended : phase)(value, path),
}, ['startedAt', 'state']);
