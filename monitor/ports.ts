import type { Claims } from './claims/claims';
import type { LightsailReads } from './lightsail/lightsail';

/** What the core needs of the outside world. */
export interface Ports {
  readonly lightsail: LightsailReads;
  readonly claims: Claims;
  /** Writes a line to the log, at once. */
  readonly write: (line: object) => void;
}
