// Runs one bundle of the handler in a separate process. IPC carries the events and the responses.
const realNow = Date.now;
let setTime;
Date.now = () => setTime ?? realNow();

const { handler } = require(process.argv[2]);

let peakHeap = 0;
const sample = () => {
  peakHeap = Math.max(peakHeap, process.memoryUsage().heapUsed);
};
setInterval(sample, 5).unref();

async function invoke(event) {
  try {
    return { answer: await handler(event) };
  } catch (error) {
    return { error: { errorMessage: error.message, trace: String(error.stack).split('\n') } };
  } finally {
    sample();
  }
}

function memory() {
  sample();
  const peakRss = process.resourceUsage().maxRSS * 1024;
  // The function exists only with --expose-gc.
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  return { rss, heapUsed, peakRss, peakHeap };
}

process.on('message', async (message) => {
  if ('time' in message) setTime = message.time;
  else process.send('event' in message ? await invoke(message.event) : memory());
});
process.send('ready');
