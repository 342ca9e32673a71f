// Builds the packages of all languages, or of the given ones, from the compiled library.
import { make, TARGETS, type Target } from './languages';
import { ask, missingTools } from './tools';

const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(0)} s`;

async function main(): Promise<boolean> {
  const unknown = process.argv.slice(2).filter((name) => !(TARGETS as readonly string[]).includes(name));
  if (unknown.length > 0) {
    console.error(`package: no such language, got ${unknown.join(', ')}; ${TARGETS.join(', ')} are known; name those, or none for all of them`);
    return false;
  }
  const targets = process.argv.length > 2 ? process.argv.slice(2) as Target[] : TARGETS;
  const missing = await missingTools(targets, ask);
  if (missing.length > 0) {
    console.error(['package: the machine lacks tools', ...missing].join('\n  '));
    console.error(`Or name the languages to make, of ${TARGETS.join(', ')}: npm run package -- js`);
    return false;
  }
  const succeeded = await Promise.all(targets.map(async (target) => {
    const startedAt = Date.now();
    try {
      await make(target);
      console.log(`dist/${target} after ${seconds(startedAt)}`);
      return true;
    } catch (error) {
      console.error(`dist/${target} failed after ${seconds(startedAt)}: ${(error as Error).message}`);
      return false;
    }
  }));
  return succeeded.every(Boolean);
}

void main().then((succeeded) => process.exit(succeeded ? 0 : 1));
