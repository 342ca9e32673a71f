/** Converts a property as CloudFormation does for a custom resource: every number and boolean becomes a string. */
export function asCloudFormationSends(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asCloudFormationSends);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, asCloudFormationSends(member)]));
  }
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}
