import type { Deletion } from './deletion';
import type { Failure } from '../lightsail/attempt';
import type { Lightsail } from '../lightsail/lightsail';
import type { TagWrites, Write, WriteCall } from '../lightsail/writes';
import type { Owner, Tagged } from '../tags/owner';

/** A kind of resource that is created and deleted by calls with an operation. `L` is what reads show of it. */
export interface DeletableKind<D extends Deletion, L extends Tagged, C extends WriteCall> {
  /** As messages call it. */
  readonly noun: string;
  readonly createCall: WriteCall;
  readonly deleteCall: C;
  /** What to do about one that could not be deleted in time. */
  readonly remedy: string;
  read(lightsail: Lightsail, name: string): Promise<L | undefined>;
  deletionOf(name: string): Write;
  /** When it was created. */
  createdAt(live: L): Date | undefined;
  /** What has to end before it can be deleted. */
  blockedBy(live: L): string | undefined;
  /** Whether the request that created it has not completed. */
  isIncomplete(deletion: D, live: L): boolean;
  /** The tags to write if it is released instead of deleted. */
  releaseOf(deletion: D, live: L, owner: Owner): TagWrites | undefined;
  /** The tags by which a cancelled request finds that it may not write any more. */
  takeOver(deletion: D, live: L): TagWrites;
  /** Worth another try at the next poll. */
  isTransient(failure: Failure): boolean;
}
