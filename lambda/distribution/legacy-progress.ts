import { type DistributionPhase, type Sent, UPDATE_CALLS } from './phase';
import type { SentWrite, WriteCall } from '../lightsail/writes';
import { anyText, type Codec, flag, oneOf, record, text, wholeNumber } from '../protocol/codec';
import type { Ended, Progress } from '../protocol/progress';

/**
 * What the first calls of the handler without phases passed to polls. Such a poll arrives when CloudFormation updates the handler while
 * a cancelled request is still polled.
 */
interface LegacyProgress {
  readonly startedAt: number;
  readonly knownAs?: string;
  readonly complete: boolean;
  readonly fenced: boolean;
  readonly found?: boolean;
  readonly settled?: boolean;
  readonly failed?: string;
  readonly sent?: SentWrite;
  readonly doubt?: string;
  readonly tagged?: boolean;
  readonly attaches?: boolean;
  readonly changes?: string;
}

const legacyProgress = record<LegacyProgress>({
  startedAt: wholeNumber,
  knownAs: text,
  complete: flag,
  fenced: flag,
  found: flag,
  settled: flag,
  failed: anyText,
  sent: record<SentWrite>({ call: oneOf<WriteCall>('CreateDistribution', ...UPDATE_CALLS, 'DeleteDistribution'), at: wholeNumber, operationId: text }, ['call', 'at']),
  doubt: anyText,
  tagged: flag,
  attaches: flag,
  changes: anyText,
}, ['startedAt', 'complete', 'fenced']);

/** Reads it as the phase that it means. */
export const parseLegacyProgress: Codec<Progress<DistributionPhase>> = (value, path) => {
  const legacy = legacyProgress(value, path);
  const { startedAt, knownAs: physicalResourceId } = legacy;
  return { startedAt, ...(physicalResourceId !== undefined && { physicalResourceId }), state: stateOf(legacy) };
};

function stateOf(legacy: LegacyProgress): DistributionPhase | Ended {
  const { complete, failed, settled, found, fenced, tagged = false, sent, doubt: error, attaches: attachesCertificate, changes } = legacy;
  if (complete) return { phase: 'completed' };
  if (failed !== undefined) return { phase: 'failed', message: failed };
  if (settled) return { phase: 'converged' };
  if (isCall(sent, 'DeleteDistribution') || found !== undefined) return { phase: 'deleting', found: found ?? false, ...(isCall(sent, 'DeleteDistribution') && { sent }) };
  if (changes === undefined) return { phase: 'unobserved' };
  const first = { changes, ...(attachesCertificate !== undefined && { attachesCertificate }) };
  if (sent === undefined) return { phase: 'waiting', fenced, tagged, first };
  if (isCall(sent, 'CreateDistribution')) return { phase: 'creating', sent, ...(error !== undefined && { error }), first };
  return { phase: 'sent', fenced, sent: sent as Sent['sent'], first };
}

function isCall<C extends WriteCall>(sent: SentWrite | undefined, call: C): sent is SentWrite<C> {
  return sent?.call === call;
}
