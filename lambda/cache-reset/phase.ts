import type { SentWrite } from '../lightsail/writes';
import { noMembers, sentWrite, type Unobserved } from '../phase';
import { type Codec, record, variantOf } from '../protocol/codec';

export const RESET_CALL = 'ResetDistributionCache';

/** The first call sent the reset. */
export interface Sent {
  readonly phase: 'sent';
  readonly sent: SentWrite<typeof RESET_CALL>;
}

/** `unobserved`: the first call sent no reset, or got no response to it. */
export type CacheResetPhase = Unobserved | Sent;

export const cacheResetPhase: Codec<CacheResetPhase> = variantOf('phase', {
  unobserved: noMembers,
  sent: record<Omit<Sent, 'phase'>>({ sent: sentWrite(RESET_CALL) }, ['sent']),
});
