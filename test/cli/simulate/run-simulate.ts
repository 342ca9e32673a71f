import { once, EventEmitter } from 'node:events';
import { COMMANDS } from '../../../cli/commands';
import { run } from '../../../cli/run';
import { terminalOf } from '../../../cli/terminal';

/** Returns the output of the program and its exit code. */
export async function outcomeOf(...args: readonly string[]) {
  const { terminal, stdout, stderr } = recorded();
  const exitCode = await run(['simulate', ...args], terminal, COMMANDS, '0.0.0');
  return { exitCode, stdout: stdout.join(''), stderr: stderr.join('') };
}

/** A terminal that records its output in lists. It emits `wrote` with each line of the result. */
export function recorded() {
  const events = new EventEmitter();
  const stdout: string[] = [];
  const stderr: string[] = [];
  const writer = (lines: string[]) => ({
    isTTY: false as const,
    columns: 80,
    hasColors: () => false,
    write: (text: string) => {
      lines.push(text);
      events.emit('wrote');
      return true;
    },
  });
  return { terminal: terminalOf(writer(stdout) as never, writer(stderr) as never, {}), stdout, stderr, nextLine: () => once(events, 'wrote') };
}
