import { recordedTerminal } from './recorded-terminal';
import type { Command } from '../../cli/command';
import { COMMANDS } from '../../cli/commands';
import { run } from '../../cli/run';
import { UserError } from '../../cli/user-error';

const greet: Command = {
  operands: 'NAME',
  description: 'Greets.',
  options: {
    loud: { type: 'boolean', description: 'In capitals' },
    word: { type: 'string', value: 'WORD', default: 'Hello', description: 'The first word' },
    also: { type: 'string', multiple: true, value: 'NAME', description: 'Another name' },
  },
  run: async ({ operands, text, texts, flag }, terminal) => {
    if (operands[0] === 'nobody') throw new UserError('greet: nobody is there, got nobody; a name is allowed');
    if (operands[0] === 'defect') throw new TypeError('a defect');
    const greeting = `${text('word')} ${[...operands, ...texts('also')].join(' and ')}`;
    terminal.print(flag('loud') ? greeting.toUpperCase() : greeting);
    return 2;
  },
};
const now: Command = { operands: '', description: 'Says when.', options: {}, run: async () => 0 };

async function ran(...args: readonly string[]) {
  const recorded = recordedTerminal();
  const commands = { greet: { summary: 'Greet somebody', load: () => greet }, now: { summary: 'Say when', load: () => now } };
  const exitCode = await run(args, recorded.terminal, commands, '1.2.3');
  return { exitCode, stdout: recorded.stdout, stderr: recorded.stderr };
}

const USAGE = `Usage: cdk-lightsail-distribution COMMAND [OPTIONS]

Commands:
  greet  Greet somebody
  now    Say when

cdk-lightsail-distribution COMMAND --help describes a command, --version prints the version.
`;

it('prints its usage', async () => {
  expect(await ran('--help')).toEqual({ exitCode: 0, stdout: USAGE, stderr: '' });
  expect(await ran('help')).toEqual({ exitCode: 0, stdout: USAGE, stderr: '' });
  expect(await ran()).toEqual({ exitCode: 1, stdout: USAGE, stderr: '' });
});

it('prints the usage of a command', async () => {
  expect(await ran('greet', '--help')).toEqual({
    exitCode: 0,
    stderr: '',
    stdout: `Usage: cdk-lightsail-distribution greet NAME [OPTIONS]

Greets.

Options:
  --loud       In capitals
  --word WORD  The first word (default Hello)
  --also NAME  Another name (can be given several times)
  --help       Print this text
`,
  });
});

it('prints its version', async () => {
  expect(await ran('--version')).toEqual({ exitCode: 0, stdout: '1.2.3\n', stderr: '' });
});

it('runs a command with its options', async () => {
  expect(await ran('greet', 'Ada', '--loud', '--also=Alan', '--also', 'Grace')).toEqual({ exitCode: 2, stdout: 'HELLO ADA AND ALAN AND GRACE\n', stderr: '' });
});

it.each([
  [['greeet'], 'no such command, got greeet; greet, now are allowed; see cdk-lightsail-distribution --help'],
  [['constructor'], 'no such command, got constructor; greet, now are allowed; see cdk-lightsail-distribution --help'],
  [['greet', '--quiet'], 'greet: Unknown option \'--quiet\'; see cdk-lightsail-distribution greet --help'],
  [['greet', '--word'], 'greet: Option \'--word <value>\' argument missing; see cdk-lightsail-distribution greet --help'],
  [['now', 'or', 'never'], 'now: too many arguments, got or never; none is allowed; see cdk-lightsail-distribution now --help'],
  [['greet', 'nobody'], 'greet: nobody is there, got nobody; a name is allowed'],
])('%j is refused with one line', async (args, message) => {
  expect(await ran(...args)).toEqual({ exitCode: 1, stdout: '', stderr: `error: ${message}\n` });
});

it('shows where a defect is', async () => {
  const { exitCode, stderr } = await ran('greet', 'defect');
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/^error: internal error, TypeError: a defect\n {4}at .*\n(.*\n)*Report it with the command that you ran\.\n$/);
});

it.each(Object.entries(COMMANDS))('%s has a usage', (_name, { load, summary }) => {
  expect(summary).toMatch(/^[A-Z].*[^.]$/);
  expect(load()).toMatchObject({ description: expect.stringMatching(/\.$/) as unknown, run: expect.any(Function) as unknown });
});
