import { Account } from './account';
import { Distribution } from './distribution';

/** A distribution, or that there was none, at a time. */
export interface Former {
  readonly distribution?: Distribution;
  readonly at: number;
}

/** Makes a change, and keeps what each distribution that it touches was before. */
export function remembering<T>(account: Account, change: () => T): T {
  const { distributions, former, clock } = account;
  const before = new Map(distributions);
  const at = clock.now();
  const result = change();
  for (const name of new Set([...before.keys(), ...distributions.keys()])) {
    const distribution = before.get(name);
    if (distribution !== distributions.get(name)) former.set(name, { distribution, at });
  }
  return result;
}
