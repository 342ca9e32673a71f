import { Token } from 'aws-cdk-lib';

/** Whether a name is unknown at synthesis: a token, or what stands for all elements of a list that is one. */
export function isUnknown(name: string): boolean {
  return Token.isUnresolved(name) || isListToken(name);
}

/** Whether it stands for all elements of a list that is unknown at synthesis. */
export function isListToken(element: string): boolean {
  return Token.isUnresolved([element]) && !Token.isUnresolved(element);
}
