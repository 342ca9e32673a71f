import { parseOptions, usage } from './options';
import { startSimulator } from './simulator';

async function main(): Promise<void> {
  const parsed = parseOptions(process.argv.slice(2));
  if (parsed.kind === 'help') {
    console.log(usage);
    return;
  }
  if (parsed.kind === 'wrong') {
    console.error(`${parsed.message}\n\nTry --help.`);
    process.exitCode = 2;
    return;
  }
  const simulator = await startSimulator(parsed.options);
  console.log(`Lightsail simulator at ${simulator.url}; point the AWS CLI or an SDK at it: AWS_ENDPOINT_URL_LIGHTSAIL=${simulator.url} AWS_REGION=us-east-1`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void simulator.close());
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
