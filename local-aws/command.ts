import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface CommandOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Aborting this signal ends the command. */
  readonly signal: AbortSignal;
  readonly onLine?: (line: string) => void;
}

export interface CommandResult {
  readonly exitCode: number;
  readonly stdout: string;
  /** Standard output and standard error, interleaved as in a terminal. */
  readonly output: string;
  readonly seconds: number;
}

/** Runs a command until it ends and returns its output, even if it fails. */
export async function runCommand(command: string, args: readonly string[], { cwd, env, signal, onLine }: CommandOptions): Promise<CommandResult> {
  const startedAt = Date.now();
  const child = spawn(command, [...args], { cwd, env, signal, stdio: ['ignore', 'pipe', 'pipe'] });
  const stdout: string[] = [];
  const output: string[] = [];
  const heard = (line: string) => {
    output.push(line);
    onLine?.(line);
  };
  createInterface({ input: child.stdout }).on('line', (line) => {
    stdout.push(line);
    heard(line);
  });
  createInterface({ input: child.stderr }).on('line', heard);
  const [exitCode] = await once(child, 'close') as [number | null];
  return {
    exitCode: exitCode ?? 1,
    stdout: stdout.join('\n'),
    output: output.join('\n'),
    seconds: (Date.now() - startedAt) / 1000,
  };
}
