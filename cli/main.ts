import { COMMANDS } from './commands';
import { run } from './run';
import { terminalOf } from './terminal';

/** The version of the package. Only the bundle defines it. */
declare const PACKAGE_VERSION: string | undefined;

// Disables a warning of the SDK, because the user of the program cannot update the SDK in it.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

const terminal = terminalOf(process.stdout, process.stderr, process.env);

void run(process.argv.slice(2), terminal, COMMANDS, typeof PACKAGE_VERSION === 'string' ? PACKAGE_VERSION : 'not bundled').then((exitCode) => {
  // process.exit() would lose output that a slow pipe has not read yet.
  process.exitCode = exitCode;
});
