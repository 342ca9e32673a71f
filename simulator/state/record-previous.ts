import { Account } from './account';

/** Makes a change, and records what each distribution was before it. */
export function recordingPrevious<T>(account: Account, change: () => T): T {
  const { distributions, previous, clock } = account;
  const before = new Map(distributions);
  const at = clock.now();
  const result = change();
  for (const name of new Set([...before.keys(), ...distributions.keys()])) {
    const distribution = before.get(name);
    if (distribution !== distributions.get(name)) previous.set(name, { distribution, at });
  }
  return result;
}
