import { Account } from './account';
import { PreviousState } from './previous';

/** Makes a change, and records the state of each changed distribution and certificate before it. */
export function recordingPrevious<T>(account: Account, change: () => T): T {
  const { distributions, previousDistributions, certificates, previousCertificates, clock } = account;
  const at = clock.now();
  const records = [recorderOf(distributions, previousDistributions, at), recorderOf(certificates, previousCertificates, at)];
  const result = change();
  for (const record of records) record();
  return result;
}

/** Returns a function that records the resources that have changed since this call. */
function recorderOf<R>(current: ReadonlyMap<string, R>, previous: Map<string, PreviousState<R>>, at: number): () => void {
  const before = new Map(current);
  return () => {
    for (const name of new Set([...before.keys(), ...current.keys()])) {
      const resource = before.get(name);
      if (resource !== current.get(name)) previous.set(name, { resource, at });
    }
  };
}
