// Loads one bundle of the handler. Prints the load time and the size of the loaded code, including the modules that the bundle loads.
const { statSync } = require('node:fs');

const startedAt = performance.now();
require(process.argv[2]);
const milliseconds = performance.now() - startedAt;
const files = Object.keys(require.cache).filter((file) => file !== __filename);
process.stdout.write(JSON.stringify({ milliseconds, bytes: files.reduce((sum, file) => sum + statSync(file).size, 0) }));
