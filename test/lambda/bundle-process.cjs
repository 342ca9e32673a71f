// Runs the bundle that ships in a process of its own; events come and answers go by IPC, as from and to Lambda.
const { handler } = require('../../assets/handler/index.js');

process.on('message', async ({ event }) => {
  try {
    process.send({ answer: await handler(event) });
  } catch (error) {
    process.send({ error: { errorType: error.name, errorMessage: error.message, trace: String(error.stack).split('\n') } });
  }
});
process.send({ ready: true });
