import { PLACEHOLDER } from './known-properties';
import type { ResourcePlan } from './model';
import { KNOWN_AFTER_DEPLOYMENT } from '../cloudformation/value';

const PLACEHOLDERS = new RegExp(`${PLACEHOLDER}(-[0-9a-f]{8})?`, 'g');

/** Masks the values that the dry run generated: placeholders, and names derived from the id of a new stack. */
export function masked(plan: ResourcePlan, inventedNames: readonly string[]): ResourcePlan {
  return JSON.parse(JSON.stringify(plan), (_name, value: unknown) => {
    if (typeof value !== 'string') return value;
    return inventedNames.reduce((text, name) => text.replaceAll(name, KNOWN_AFTER_DEPLOYMENT), value).replace(PLACEHOLDERS, KNOWN_AFTER_DEPLOYMENT);
  }) as ResourcePlan;
}
