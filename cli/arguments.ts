import { parseArgs } from 'node:util';
import type { Arguments, Command } from './command';
import { PROGRAM } from './usage';
import { UserError } from './user-error';

export type Parsed = { readonly kind: 'help' } | { readonly kind: 'run'; readonly given: Arguments };

/** Parses the arguments after the name of a command. */
export function parseArguments(name: string, { options, operands: synopsis }: Command, args: readonly string[]): Parsed {
  const { values, positionals } = parseStrictly(name, options, args);
  if (values.help) return { kind: 'help' };
  if (synopsis === '' && positionals.length > 0) {
    throw new UserError(`${name}: too many arguments, got ${positionals.join(' ')}; none is allowed; see ${PROGRAM} ${name} --help`);
  }
  return {
    kind: 'run',
    given: {
      operands: positionals,
      text: (option) => values[option] as string | undefined,
      texts: (option) => (values[option] ?? []) as readonly string[],
      flag: (option) => values[option] === true,
    },
  };
}

function parseStrictly(name: string, options: Command['options'], args: readonly string[]) {
  const known = Object.fromEntries(Object.entries({ ...options, help: { type: 'boolean' as const } }).map(([option, row]) => {
    const { type, multiple, default: initial } = row as Command['options'][string];
    return [option, { type, ...(multiple && { multiple }), ...(initial !== undefined && { default: initial }) }];
  }));
  try {
    return parseArgs({ args: [...args], options: known, allowPositionals: true, strict: true });
  } catch (error) {
    // Only the first sentence describes the problem. The others give advice about positional arguments.
    throw new UserError(`${name}: ${(error as Error).message.split('. ')[0]}; see ${PROGRAM} ${name} --help`);
  }
}
