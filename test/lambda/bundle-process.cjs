// Runs the published bundle in a separate process. IPC carries the events and the responses.
// The clock has the time that the test sets, as in the simulator.
let now = Date.now();
Date.now = () => now;
// The SDK uses random numbers for the delays between its attempts.
Math.random = () => 0;

const { realpathSync } = require('node:fs');
const { basename, dirname, join } = require('node:path');

// `require` keys its cache by the real path. `assets` is a link in the compatibility check.
const HANDLER = realpathSync(join(__dirname, '..', '..', 'assets', 'handler'));
const { handler } = require(HANDLER);

process.on('message', async ({ event, time, listFiles }) => {
  if (listFiles) {
    process.send({ files: Object.keys(require.cache).filter((file) => dirname(file) === HANDLER).map((file) => basename(file)) });
    return;
  }
  if (time !== undefined) {
    now = time;
    return;
  }
  try {
    process.send({ answer: await handler(event) });
  } catch (error) {
    process.send({ error: { errorType: error.name, errorMessage: error.message, trace: String(error.stack).split('\n') } });
  }
});
process.send({ ready: true });
