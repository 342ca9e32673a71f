import { describeCounts, problems, runStage, type StageResult } from './stage';
import { stages } from './stages';
import { LocalAws } from '../local-aws/local-aws';

const startedAt = Date.now();
const elapsed = () => `${((Date.now() - startedAt) / 1000).toFixed(0)} s`;
const say = (line: string) => console.log(line);

const starting = LocalAws.start();
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    interrupted = true;
    void starting.then((local) => local.close()).finally(() => process.exit(130));
  });
}

async function main(): Promise<boolean> {
  say('Starting a local AWS: MiniStack for CloudFormation and Lambda, a simulator for Lightsail. The first start installs MiniStack.');
  const local = await starting;
  try {
    say(`Ready after ${elapsed()}. The simulated edge takes seconds for what takes CloudFront minutes.`);
    const results: StageResult[] = [];
    for (const [index, stage] of stages.entries()) {
      say(`\n${index + 1}. ${stage.title}`);
      const result = await runStage(stage, local, (line) => say(`   ${line}`));
      say(`   Lightsail calls: ${describeCounts(result.calls)}`);
      problems(result).forEach((problem) => say(`   UNEXPECTED: ${problem}`));
      results.push(result);
    }
    summarize(results);
    return results.every(passed);
  } finally {
    await local.close();
  }
}

function passed(result: StageResult): boolean {
  return problems(result).length === 0;
}

function summarize(results: readonly StageResult[]): void {
  say('\nSummary');
  for (const [index, result] of results.entries()) {
    say(`${passed(result) ? 'ok    ' : 'FAILED'} ${index + 1}. ${result.title}: ${result.outcome} (${result.seconds.toFixed(0)} s)`);
    say(`          Lightsail calls: ${describeCounts(result.calls)}`);
  }
  const count = results.filter(passed).length;
  say(`\n${count} passed, ${results.length - count} failed, in ${elapsed()}`);
}

main().then((allPassed) => {
  process.exitCode = allPassed ? 0 : 1;
}, (error: unknown) => {
  if (interrupted) return;
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
