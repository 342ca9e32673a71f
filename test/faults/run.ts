import { violations } from './invariants';
import { certificateViolations } from './invariants-certificate';
import { SCENARIOS } from './scenarios';
import type { Schedule } from './schedule';
import { World } from './world';
import type { AccountDescription } from '../../simulator';
import type { Resource, Stack } from '../lambda/cloudformation';

/** The result of a run. */
export interface Run {
  readonly schedule: Schedule;
  readonly world: World;
  /** Whether all reads of the scenario show writes late. */
  readonly isSeenLate: boolean;
  /** The statuses of the stacks after each operation of the play. */
  readonly outcome: string;
  /** The account before the play. */
  readonly before: AccountDescription;
  /** The account after the play, when the rollbacks and deletions that failed have been retried. */
  readonly after: AccountDescription;
  /** The account after all stacks were deleted. */
  readonly end: AccountDescription;
  /** The resources that CloudFormation knew when `after` was taken. */
  readonly resources: readonly { readonly stack: Stack; readonly resource: Resource }[];
  /** The number of stack operations before the stacks were deleted. */
  readonly settled: number;
  /** The log entries of the handler. */
  readonly log: readonly string[];
  /** The unexpected error that ended the run. */
  readonly error?: unknown;
}

/** In seconds, longer than any request lasts. */
const LONG_AGO = 7_200;

export async function run(schedule: Schedule): Promise<Run> {
  const scenario = SCENARIOS[schedule.scenario];
  if (scenario === undefined) throw new Error(`${schedule.scenario}: no such scenario; there are: ${Object.keys(SCENARIOS).join(' | ')}`);
  const isSeenLate = scenario.behaviour?.newSettingsShown === 'whenDeployed';
  const world = new World(schedule.disturbances, scenario.behaviour);
  const log: string[] = [];
  const { info } = console;
  console.info = (entry: unknown) => void log.push(String(entry));
  try {
    await scenario.arrange?.(world);
    world.begin(scenario.age ?? LONG_AGO);
    await scenario.beforePlay?.(world);
    const before = world.account.service.snapshot();
    let error: unknown;
    try {
      await scenario.play(world);
      await world.drain();
      const outcome = outcomeOf(world);
      await world.recover();
      const after = world.account.service.snapshot();
      const settled = world.played.length;
      const resources = world.stacks.flatMap((stack) => stack.resources.map((resource) => ({ stack, resource })));
      await world.end();
      return { schedule, world, isSeenLate, outcome, before, after, resources, settled, end: world.account.service.snapshot(), log };
    } catch (caught) {
      error = caught;
    }
    const snapshot = world.account.service.snapshot();
    return {
      schedule,
      world,
      isSeenLate,
      before,
      log,
      error,
      outcome: outcomeOf(world),
      after: snapshot,
      end: snapshot,
      resources: [],
      settled: world.played.length,
    };
  } finally {
    console.info = info;
  }
}

const outcomeOf = ({ played }: World) => played.map(({ result }) => result.status).join(', ');

const smooth = new Map<string, Promise<Run>>();

/** Runs a scenario without disturbances, once. */
export function undisturbed(scenario: string): Promise<Run> {
  const known = smooth.get(scenario) ?? run({ scenario, disturbances: [] });
  smooth.set(scenario, known);
  return known;
}

/** Runs a schedule and returns its violations. */
export async function tried(schedule: Schedule): Promise<{ readonly run: Run; readonly wrong: readonly string[] }> {
  const ran = await run(schedule);
  const smoothRun = await undisturbed(schedule.scenario);
  return { run: ran, wrong: [...violations(ran, smoothRun), ...certificateViolations(ran, smoothRun)] };
}
