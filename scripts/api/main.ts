// Accepts the public API of the compiled library, and prints the breaking changes.
import { accept, breaks } from './accepted';

async function main(): Promise<void> {
  const broken = await breaks().catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  accept();
  console.log(broken.length === 0 ? 'accept-api: nothing of the API that was accepted before breaks' : ['accept-api: accepted', ...broken].join('\n  '));
}

void main();
