import type { Command, Option } from './command';
import type { CommandEntry } from './commands';

export const PROGRAM = 'cdk-lightsail-distribution';

export function usageOfProgram(commands: Readonly<Record<string, CommandEntry>>): string {
  return [
    `Usage: ${PROGRAM} COMMAND [OPTIONS]`,
    '',
    'Commands:',
    ...columns(Object.entries(commands).map(([name, { summary }]) => [name, summary])),
    '',
    `${PROGRAM} COMMAND --help describes a command, --version prints the version.`,
  ].join('\n');
}

export function usageOfCommand(name: string, { operands, description, options, details }: Command): string {
  return [
    `Usage: ${[PROGRAM, name, operands, '[OPTIONS]'].filter(Boolean).join(' ')}`,
    '',
    description,
    '',
    'Options:',
    ...columns(Object.entries({ ...options, help: { type: 'boolean', description: 'Print this text' } satisfies Option }).map(([option, row]) => describeOption(option, row))),
    ...(details === undefined ? [] : ['', details]),
  ].join('\n');
}

function describeOption(name: string, { value, description, default: initial, multiple }: Option): readonly [string, string] {
  const notes = [multiple && 'can be given several times', typeof initial === 'string' && `default ${initial}`].filter(Boolean);
  return [`--${name}${value ? ` ${value}` : ''}`, notes.length === 0 ? description : `${description} (${notes.join(', ')})`];
}

function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
