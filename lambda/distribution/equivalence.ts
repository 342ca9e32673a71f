/**
 * The same text for all values that mean the same to Lightsail. Lists are sets, the order of members does not matter,
 * and an absent member may be returned as `''`, as `[]` or not at all.
 */
function canonical(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.length === 0 ? undefined : `[${[...new Set(value.map(canonical))].sort().join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .map(([name, member]) => [name, canonical(member)] as const)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) => `${JSON.stringify(name)}:${member}`);
    return members.length === 0 ? undefined : `{${members.sort().join(',')}}`;
  }
  return value === undefined || value === null || value === '' ? undefined : JSON.stringify(value);
}

/** Whether two values of a setting mean the same to Lightsail. */
export function isEquivalent(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}
