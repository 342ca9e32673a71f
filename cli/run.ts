import { parseArguments } from './arguments';
import { EXIT, type ExitCode } from './command';
import type { CommandEntry } from './commands';
import type { Terminal } from './terminal';
import { PROGRAM, usageOfCommand, usageOfProgram } from './usage';
import { UserError } from './user-error';

/** Runs the program and returns the exit code. Never throws. */
export async function run(
  args: readonly string[], terminal: Terminal, commands: Readonly<Record<string, CommandEntry>>, version: string,
): Promise<ExitCode> {
  try {
    const [name, ...rest] = args;
    if (name === undefined || name === '--help' || name === 'help') {
      terminal.print(usageOfProgram(commands));
      return name === undefined ? EXIT.FAILED : EXIT.OK;
    }
    if (name === '--version') {
      terminal.print(version);
      return EXIT.OK;
    }
    if (!Object.hasOwn(commands, name)) {
      throw new UserError(`no such command, got ${name}; ${Object.keys(commands).join(', ')} are allowed; see ${PROGRAM} --help`);
    }
    const command = commands[name].load();
    const parsed = parseArguments(name, command, rest);
    if (parsed.kind === 'run') return await command.run(parsed.given, terminal);
    terminal.print(usageOfCommand(name, command));
    return EXIT.OK;
  } catch (error) {
    terminal.note(`${terminal.styled('red', 'error:')} ${describe(error)}`);
    return EXIT.FAILED;
  }
}

/** Returns the message of an error. Only an error in the program itself includes the stack trace. */
function describe(error: unknown): string {
  if (error instanceof UserError) return error.message;
  return `internal error, ${error instanceof Error ? error.stack : String(error)}\nReport it with the command that you ran.`;
}
