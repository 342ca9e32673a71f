import * as fc from 'fast-check';
import { EXAMPLES } from './examples';
import type { Settings } from '../../lambda/settings';

/** Any selection of settings, each with one of its example values. */
export const anySettings: fc.Arbitrary<Settings> = fc.record(
  Object.fromEntries(Object.entries(EXAMPLES).map(([name, { values }]) => [name, fc.constantFrom<unknown>(...values)])),
  { requiredKeys: [] },
) as fc.Arbitrary<Settings>;

/** The same value with every list in it in another order. */
export function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return [...value].reverse().map(reordered);
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).reverse().map(([name, one]) => [name, reordered(one)]));
  return value;
}
