import { Account } from './account';
import { Certificate } from './certificate';
import { Distribution } from './distribution';
import { PreviousState } from './previous';

/** A resource, and the time for which it is described. */
interface Sight<R> {
  readonly resource: R;
  readonly at: number;
}

/** By name. */
export type Sights<R> = ReadonlyMap<string, Sight<R>>;

export function seenDistributions({ distributions, previousDistributions, clock }: Account, isStale = false): Sights<Distribution> {
  return isStale ? seenBefore(distributions, previousDistributions, clock.now()) : seenNow(distributions, clock.now());
}

export function seenCertificates({ certificates, previousCertificates, clock }: Account, isStale = false): Sights<Certificate> {
  return isStale ? seenBefore(certificates, previousCertificates, clock.now()) : seenNow(certificates, clock.now());
}

function seenNow<R>(current: ReadonlyMap<string, R>, at: number): Map<string, Sight<R>> {
  return new Map([...current].map(([name, resource]) => [name, { resource, at }]));
}

/** Returns each resource as it was before its last change: a created one does not exist yet, and a deleted one still exists. */
function seenBefore<R>(current: ReadonlyMap<string, R>, previous: ReadonlyMap<string, PreviousState<R>>, now: number): Sights<R> {
  const seen = seenNow(current, now);
  for (const [name, { resource, at }] of previous) {
    if (resource) seen.set(name, { resource, at });
    else seen.delete(name);
  }
  return seen;
}
