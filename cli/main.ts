import { COMMANDS } from './commands';
import { run } from './run';
import { terminalOf } from './terminal';

/** The version of the package; only the bundle contains it. */
declare const PACKAGE_VERSION: string | undefined;

// Whoever runs the program cannot update the SDK in it.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

const terminal = terminalOf(process.stdout, process.stderr, process.env);

void run(process.argv.slice(2), terminal, COMMANDS, typeof PACKAGE_VERSION === 'string' ? PACKAGE_VERSION : 'not bundled').then((exitCode) => {
  // Not process.exit(): output that a slow pipe has not read yet would be lost.
  process.exitCode = exitCode;
});
