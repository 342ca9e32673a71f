import { violations } from './invariants';
import { certificateViolations } from './invariants-certificate';
import { SCENARIOS } from './scenarios';
import type { Schedule } from './schedule';
import { World } from './world';
import type { AccountDescription } from '../../simulator';
import type { Resource, Stack } from '../lambda/cloudformation';

/** What a run came to. */
export interface Run {
  readonly schedule: Schedule;
  readonly world: World;
  /** Whether reads show a write late all the time. */
  readonly isSeenLate: boolean;
  /** The statuses of the stacks after each operation of the play. */
  readonly outcome: string;
  /** The account before the play; after it, when what had failed was tried again; and when all stacks are deleted. */
  readonly before: AccountDescription;
  readonly after: AccountDescription;
  readonly end: AccountDescription;
  /** As CloudFormation knew them after the play. */
  readonly resources: readonly { readonly stack: Stack; readonly resource: Resource }[];
  /** How many operations there were until then. */
  readonly settled: number;
  /** Everything that the handler has logged. */
  readonly log: readonly string[];
  /** What ended the run that must not have. */
  readonly error?: unknown;
}

/** In seconds: longer than any request lasts. */
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

/** The run of a scenario in which nothing is disturbed. */
export function undisturbed(scenario: string): Promise<Run> {
  const known = smooth.get(scenario) ?? run({ scenario, disturbances: [] });
  smooth.set(scenario, known);
  return known;
}

/** What is wrong after a run. */
export async function tried(schedule: Schedule): Promise<{ readonly run: Run; readonly wrong: readonly string[] }> {
  const ran = await run(schedule);
  const smoothRun = await undisturbed(schedule.scenario);
  return { run: ran, wrong: [...violations(ran, smoothRun), ...certificateViolations(ran, smoothRun)] };
}
