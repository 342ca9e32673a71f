import type { AssemblyStack } from './assembly-stack';
import { UserError } from '../user-error';

/** Selects the stacks whose name or id matches one of the patterns, in which `*` matches any text. Without patterns, selects all stacks. */
export function selectStacks(stacks: readonly AssemblyStack[], patterns: readonly string[]): readonly AssemblyStack[] {
  for (const pattern of patterns) {
    if (stacks.some((stack) => matches(stack, pattern))) continue;
    throw new UserError(`no such stack, got ${pattern}; ${stacks.map(({ id }) => id).join(', ') || 'none'} ${stacks.length === 1 ? 'is' : 'are'} in the cloud assembly; correct the name, or run cdk synth again`);
  }
  return patterns.length === 0 ? stacks : stacks.filter((stack) => patterns.some((pattern) => matches(stack, pattern)));
}

function matches({ id, stackName }: AssemblyStack, pattern: string): boolean {
  const expression = new RegExp(`^${pattern.split(/\*+/).map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`);
  return expression.test(id) || expression.test(stackName);
}
