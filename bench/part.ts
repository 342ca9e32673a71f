import type { Section } from './table';

export interface Part {
  readonly name: string;
  /** `quick` makes the minimum of measurements that shows that the part runs. */
  run(options: { readonly quick: boolean }): Promise<Section>;
}

/** Measures all keys once in each round, so that other load on the machine affects all of them alike. */
export async function interleaved<K extends string, T>(keys: readonly K[], rounds: number, measure: (key: K) => Promise<T>): Promise<Record<K, T[]>> {
  const found = Object.fromEntries(keys.map((key) => [key, [] as T[]])) as Record<K, T[]>;
  for (let round = 0; round < rounds; round += 1) {
    for (const key of keys) found[key].push(await measure(key));
  }
  return found;
}
