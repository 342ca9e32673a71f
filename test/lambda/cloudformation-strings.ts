export { asCloudFormationSends } from '../../cli/dry-run/cloudformation-strings';

/** Nests a setting such as `{ 'origin.name': 'x' }` as the template does. */
export function nested(settings: object): Record<string, unknown> {
  const result: Record<string, Record<string, unknown> | unknown> = {};
  for (const [path, value] of Object.entries(settings)) {
    const [group, member] = path.split('.');
    if (member === undefined) result[group] = value;
    else result[group] = { ...(result[group] as object | undefined), [member]: value };
  }
  return result;
}
