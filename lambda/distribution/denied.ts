import type { Failure } from '../lightsail/attempt';

/** Why Lightsail denies a call of the handler, and what to do. */
export const DENIED = 'the role of the function has this permission for every distribution that its stack manages; '
  + 'if a permissions boundary or a service control policy denies the action, allow it there and deploy again';

/** How a call failed for good. */
export function describeRefusal(what: string, { kind, description }: Failure, denied = DENIED): string {
  return kind === 'access denied' ? `${what} was denied, got ${description}; ${denied}` : `${what} was refused, got ${description}`;
}
