/** The disturbances at one call of the API. Calls are counted from 0 over the whole run. */
export const CALL_KINDS = [
  'throttled', 'throttledLong', 'throttledThroughout', 'serverError', 'serverErrorThroughout', 'cutBefore', 'cutBeforeThroughout', 'cutAfter', 'cutAfterThroughout',
  'outage', 'failedOperation', 'staleRead', 'killedBefore', 'killedAfter', 'atOnce', 'atOnceAnsweredFirst',
  'externalManaged', 'externalUnmanaged', 'externalTag', 'externalManagedTag', 'externalDeployment', 'externalDeletion',
  'externalCertificateDeletion', 'externalOwnerTag', 'externalRecord', 'externalAttachment',
] as const;

/** The disturbances at one pass, which is a first call or a poll that the framework intends. Passes are counted in the same way. */
export const PASS_KINDS = ['twice', 'firstAgain', 'restarted', 'afterwards', 'late', 'slow'] as const;

export type CallKind = typeof CALL_KINDS[number];
export type PassKind = typeof PASS_KINDS[number];

export interface Disturbance {
  readonly kind: CallKind | PassKind;
  readonly at: number;
}

/** The description of one run. The same schedule makes the same calls with the same responses. */
export interface Schedule {
  readonly scenario: string;
  readonly disturbances: readonly Disturbance[];
}

export function isOfPass(kind: Disturbance['kind']): kind is PassKind {
  return (PASS_KINDS as readonly string[]).includes(kind);
}

/** Formats a schedule as a line that `--replay` accepts. */
export function line({ scenario, disturbances }: Schedule): string {
  return [scenario, ...disturbances.map(({ kind, at }) => `${kind}@${at}`)].join(' | ');
}

export function parseLine(text: string): Schedule {
  const [scenario, ...disturbances] = text.split('|').map((part) => part.trim());
  return {
    scenario,
    disturbances: disturbances.map((part) => {
      const [kind, at] = part.split('@');
      const known = [...CALL_KINDS, ...PASS_KINDS].find((one) => one === kind);
      if (known === undefined || !/^\d+$/.test(at ?? '')) {
        throw new Error(`${part}: no disturbance, got ${text}; allowed is KIND@NUMBER with one of ${[...CALL_KINDS, ...PASS_KINDS].join(', ')}`);
      }
      return { kind: known, at: Number(at) };
    }),
  };
}
