import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { invocation, type Invocation, type Invoker } from '../../cli/dry-run/invocation';

export { type Invocation, invocation };

/** Something that runs the handler. */
export interface Host extends Invoker {
  /** Sets the clock of the handler. As in the simulator, the clock does not advance otherwise. */
  setTime(milliseconds: number): void;
  /** Returns the log of the handler so far. */
  log(): string;
  /** Returns the warnings of Node.js and the SDK so far. */
  warnings(): string;
  /** Returns the files of the bundle that are loaded so far. */
  loadedFiles(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** The endpoints of other services, by environment variable. */
type Endpoints = Readonly<Record<string, string>>;

const environment = (url: string, endpoints: Endpoints) => ({
  ...endpoints,
  AWS_ENDPOINT_URL_LIGHTSAIL: url,
  // The Region of the stack, which the client must not use.
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  // The SDK version is the last one for Node.js 20, and its notice is expected.
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
});

/** Runs the sources of the handler in this process, where coverage measures them. */
export async function inThisProcess(url: string, endpoints: Endpoints = {}): Promise<Host> {
  const before = { ...process.env };
  Object.assign(process.env, environment(url, endpoints));
  const lines: string[] = [];
  const info = jest.spyOn(console, 'info').mockImplementation((line) => void lines.push(String(line)));
  let now = Date.now();
  const clock = jest.spyOn(Date, 'now').mockImplementation(() => now);
  // The SDK uses random numbers for the delays between its attempts.
  const random = jest.spyOn(Math, 'random').mockReturnValue(0);
  jest.resetModules();
  const { handler } = jest.requireActual<typeof import('../../lambda/index')>('../../lambda/index');
  return {
    invoke: (event) => invocation(handler(event)),
    setTime(milliseconds) {
      now = milliseconds;
    },
    log: () => lines.join('\n'),
    warnings: () => '',
    loadedFiles: async () => [],
    async stop() {
      info.mockRestore();
      clock.mockRestore();
      random.mockRestore();
      process.env = before;
    },
  };
}

/** Runs the published bundle in a separate process. */
export async function asBundle(url: string, endpoints: Endpoints = {}): Promise<Host> {
  const child: ChildProcess = fork(path.join(__dirname, 'bundle-process.cjs'), { silent: true, env: { PATH: process.env.PATH, ...environment(url, endpoints) } });
  let output = '';
  let warnings = '';
  child.stdout!.on('data', (data) => { output += String(data); });
  child.stderr!.on('data', (data) => { warnings += String(data); });
  await Promise.race([
    once(child, 'message'),
    once(child, 'close').then(() => { throw new Error(`The bundle does not start with Node.js ${process.version}: ${warnings}`); }),
  ]);
  return {
    async invoke(event) {
      child.send({ event });
      const [answered] = await once(child, 'message') as [Invocation];
      return answered;
    },
    setTime(time) {
      child.send({ time });
    },
    log: () => output + warnings,
    warnings: () => warnings,
    async loadedFiles() {
      child.send({ listFiles: true });
      const [{ files }] = await once(child, 'message') as [{ files: readonly string[] }];
      return files;
    },
    async stop() {
      child.kill();
      await once(child, 'exit');
    },
  };
}
