import type { Section } from './table';

export interface Part {
  readonly name: string;
  /** Quick: as few measurements as show that it runs. */
  run(options: { readonly quick: boolean }): Promise<Section>;
}

/** Everything once, then everything again: what else the machine does meets all of them alike. */
export async function interleaved<K extends string, T>(keys: readonly K[], rounds: number, measure: (key: K) => Promise<T>): Promise<Record<K, T[]>> {
  const found = Object.fromEntries(keys.map((key) => [key, [] as T[]])) as Record<K, T[]>;
  for (let round = 0; round < rounds; round += 1) {
    for (const key of keys) found[key].push(await measure(key));
  }
  return found;
}
