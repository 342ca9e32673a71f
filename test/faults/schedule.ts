/** What goes wrong at one call of the API, counted over the whole run from 0. */
export const CALL_KINDS = [
  'throttled', 'throttledLong', 'throttledThroughout', 'serverError', 'serverErrorThroughout', 'cutBefore', 'cutBeforeThroughout', 'cutAfter', 'cutAfterThroughout',
  'outage', 'failedOperation', 'staleRead', 'killedBefore', 'killedAfter', 'atOnce', 'atOnceAnsweredFirst',
  'handManaged', 'handUnmanaged', 'handTag', 'handManagedTag', 'handDeploys', 'handDeletes',
] as const;

/** What goes wrong around one pass, which is a first call or a poll as the framework means it to be, counted likewise. */
export const TURN_KINDS = ['twice', 'firstAgain', 'restarted', 'afterwards', 'late', 'slow'] as const;

export type CallKind = typeof CALL_KINDS[number];
export type TurnKind = typeof TURN_KINDS[number];

export interface Disturbance {
  readonly kind: CallKind | TurnKind;
  readonly at: number;
}

/** One run: the same schedule makes the same calls with the same answers. */
export interface Schedule {
  readonly scenario: string;
  readonly disturbances: readonly Disturbance[];
}

export function isOfTurn(kind: Disturbance['kind']): kind is TurnKind {
  return (TURN_KINDS as readonly string[]).includes(kind);
}

/** As a line that `--replay` takes. */
export function line({ scenario, disturbances }: Schedule): string {
  return [scenario, ...disturbances.map(({ kind, at }) => `${kind}@${at}`)].join(' | ');
}

export function parseLine(text: string): Schedule {
  const [scenario, ...disturbances] = text.split('|').map((part) => part.trim());
  return {
    scenario,
    disturbances: disturbances.map((part) => {
      const [kind, at] = part.split('@');
      const known = [...CALL_KINDS, ...TURN_KINDS].find((one) => one === kind);
      if (known === undefined || !/^\d+$/.test(at ?? '')) {
        throw new Error(`${part}: no disturbance, got ${text}; allowed is KIND@NUMBER with one of ${[...CALL_KINDS, ...TURN_KINDS].join(', ')}`);
      }
      return { kind: known, at: Number(at) };
    }),
  };
}
