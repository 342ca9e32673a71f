import { isDeepStrictEqual } from 'node:util';
import type { LocalAws } from '../local-aws/local-aws';

/** One stage of the demo, with the checks of its result. */
export interface Stage {
  readonly title: string;
  /** Runs the stage, and returns a short description of the result. */
  readonly run: (run: StageRun) => Promise<string>;
}

export interface StageRun {
  readonly local: LocalAws;
  readonly say: (line: string) => void;
  readonly check: (what: string, found: unknown, expected: unknown) => void;
}

export interface Finding {
  readonly what: string;
  readonly found: unknown;
  readonly expected: unknown;
}

export interface StageResult {
  readonly title: string;
  readonly outcome: string;
  /** The number of calls of each Lightsail action, in the order of the first calls. */
  readonly calls: ReadonlyMap<string, number>;
  readonly findings: readonly Finding[];
  readonly seconds: number;
}

export async function runStage({ title, run }: Stage, local: LocalAws, say: (line: string) => void): Promise<StageResult> {
  const startedAt = Date.now();
  const findings: Finding[] = [];
  await local.lightsail.clearCalls();
  const outcome = await run({ local, say, check: (what, found, expected) => findings.push({ what, found, expected }) });
  return { title, outcome, calls: await callCounts(local), findings, seconds: (Date.now() - startedAt) / 1000 };
}

/** The checks that failed. */
export function problems({ findings }: StageResult): readonly string[] {
  return findings
    .filter(({ found, expected }) => !isDeepStrictEqual(found, expected))
    .map(({ what, found, expected }) => `${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(found)}`);
}

export async function callCounts(local: LocalAws): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { operation } of await local.lightsail.calls()) {
    counts.set(operation, (counts.get(operation) ?? 0) + 1);
  }
  return counts;
}

export function describeCounts(counts: ReadonlyMap<string, number>): string {
  return counts.size === 0 ? 'none' : [...counts].map(([operation, count]) => `${count} ${operation}`).join(', ');
}

/** The names of the calls that write, in their order. */
export async function writes(local: LocalAws): Promise<readonly string[]> {
  return (await local.lightsail.calls()).map(({ operation }) => operation).filter((operation) => !operation.startsWith('Get'));
}
