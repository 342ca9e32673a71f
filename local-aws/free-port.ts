import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Returns a free port. MiniStack cannot choose a port and report it. */
export async function freePort(): Promise<number> {
  for (;;) {
    // Below the ports of outgoing connections, one of which could take the port before MiniStack does.
    const port = randomInt(20_000, 32_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
