import type { PlannedCall } from '../dry-run/planned-call';

const INTERNAL: readonly (readonly [RegExp, string])[] = [
  [/^cdk-lightsail-distribution:request:/, 'mark of the request'],
  [/^cdk-lightsail-distribution:owner$/, 'owner'],
  [/^cdk-lightsail-distribution:/, 'construct'],
];

/** Returns the details that distinguish calls in the printed plan. The JSON form has the whole input. */
export function callDetails({ call, input }: PlannedCall): string {
  if (call === 'TagResource') return `: ${(input.tags as readonly { readonly key: string }[]).map(({ key }) => nameOf(key)).join(', ')}`;
  if (call === 'UntagResource') return `: ${(input.tagKeys as readonly string[]).map(nameOf).join(', ')}`;
  if (call === 'ChangeResourceRecordSets') return ': validation records';
  return '';
}

function nameOf(key: string): string {
  return INTERNAL.find(([pattern]) => pattern.test(key))?.[1] ?? key;
}
