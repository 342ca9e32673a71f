import { terminalOf } from '../../cli/terminal';

/** A terminal that records its output. */
export function recordedTerminal({ columns, env = {} }: { readonly columns?: number; readonly env?: NodeJS.ProcessEnv } = {}) {
  const written = { stdout: '', stderr: '' };
  const stream = (name: keyof typeof written) => ({
    write: (text: unknown) => {
      written[name] += String(text);
      return true;
    },
    ...(columns !== undefined && { isTTY: true as const, columns }),
  });
  const hasColors = () => true;
  const stdout = { ...stream('stdout'), hasColors } as unknown as NodeJS.WriteStream;
  return {
    terminal: terminalOf(stdout, stream('stderr') as unknown as NodeJS.WriteStream, env),
    get stdout() { return written.stdout; },
    get stderr() { return written.stderr; },
    get lines() { return written.stdout.split('\n').slice(0, -1); },
  };
}
