import type { Failure } from './lightsail/attempt';

/** Why Lightsail denies a call of the handler, and what to do. */
export function describeDenial(noun: string): string {
  return `the role of the function has this permission for every ${noun} that its stack manages; `
    + 'if a permissions boundary or a service control policy denies the action, allow it there and deploy again';
}

/** How a call failed for good. */
export function describeRefusal(what: string, { kind, description }: Failure, denied: string): string {
  return kind === 'access denied' ? `${what} was denied, got ${description}; ${denied}` : `${what} was refused, got ${description}`;
}
