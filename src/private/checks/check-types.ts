import { Construct } from 'constructs';
import { refuse } from './finding';
import { checkValue, Type } from './types/type';

/**
 * Refuses the props of a construct if an option has a wrong type. A construct does so before anything else, since all other checks expect
 * the right types.
 */
export function refuseProps<T>(scope: Construct, id: string, props: T, type: Type<T>, name: string = 'props'): void {
  const findings = type.is(props) ? type.checkMembers?.('', props) ?? [] : checkValue(name, props, type);
  // By its path, as the construct does not exist yet.
  if (findings.length > 0) refuse([scope.node.path, id].filter(Boolean).join('/'), findings);
}

/** Refuses the argument of a method if it has a wrong type. */
export function refuseArgument<T>(method: string, name: string, value: T, type: Type<T>): void {
  refuse(method, checkValue(name, value, type));
}
