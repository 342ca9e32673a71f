import { COMMANDS } from './commands';
import { run } from './run';
import { terminalOf } from './terminal';

/** The version of the package; the bundle contains it as text. */
declare const PACKAGE_VERSION: string;

const terminal = terminalOf(process.stdout, process.stderr, process.env);

void run(process.argv.slice(2), terminal, COMMANDS, PACKAGE_VERSION).then((exitCode) => {
  // Not process.exit(): output that a slow pipe has not read yet would be lost.
  process.exitCode = exitCode;
});
