import { LoggedCall } from '../call-log';
import { faultKinds } from '../faults';
import { Controlled } from '../http/control-endpoint';
import { isObject } from '../json-merge-patch';
import { inputs } from '../model/operations';

/** How much of each list is shown, the newest of it, so that an update does not grow with the length of a run. */
const SHOWN = { calls: 200, operations: 50, distributions: 100, certificates: 100 };

/** In characters. */
const INPUT_SHOWN = 2000;
const SUBJECT_SHOWN = 255;

export interface Newest<T> {
  readonly total: number;
  readonly newest: readonly T[];
}

export interface ShownCall extends Omit<LoggedCall, 'input'> {
  /** Its position in the log, from 1. */
  readonly number: number;
  /** What it is about: the first name in its input. */
  readonly subject?: string;
  /** As JSON, of a long one the start. */
  readonly input: string;
}

/** What the console shows, by sections: an update consists of those that changed. */
export function consoleState({ service, clock, manualClock }: Controlled) {
  const { distributions, certificates, operations } = service.snapshot();
  return {
    choices: { faultKinds, operations: Object.keys(inputs) },
    clock: { now: clock.now(), isManual: manualClock !== undefined },
    distributions: newest(distributions, SHOWN.distributions),
    certificates: newest(certificates, SHOWN.certificates),
    operations: newest(operations, SHOWN.operations),
    calls: newestCalls(service.log.all),
    faults: service.faults.all,
  };
}

export type ConsoleState = ReturnType<typeof consoleState>;
export type Section = keyof ConsoleState;

function newest<T>(all: readonly T[], most: number): Newest<T> {
  return { total: all.length, newest: all.slice(-most) };
}

function newestCalls(all: readonly LoggedCall[]): Newest<ShownCall> {
  const { total, newest: calls } = newest(all, SHOWN.calls);
  return { total, newest: calls.map((call, index) => ({ ...call, ...shown(call), number: total - calls.length + index + 1 })) };
}

/** An input never changes, so what is shown of it is made once and not at every update. */
const made = new WeakMap<LoggedCall, Pick<ShownCall, 'input' | 'subject'>>();

function shown(call: LoggedCall): Pick<ShownCall, 'input' | 'subject'> {
  const known = made.get(call) ?? { input: inputShown(call), subject: subjectOf(call) };
  made.set(call, known);
  return known;
}

function inputShown({ input }: LoggedCall): string {
  const text = JSON.stringify(input, undefined, 2) ?? '';
  return text.length > INPUT_SHOWN ? `${text.slice(0, INPUT_SHOWN)}…\n(${text.length} characters)` : text;
}

function subjectOf({ input }: LoggedCall): string | undefined {
  const { distributionName, resourceName, certificateName, bucketName } = isObject(input) ? input : {};
  const name = distributionName ?? resourceName ?? certificateName ?? bucketName;
  return typeof name === 'string' ? name.slice(0, SUBJECT_SHOWN) : undefined;
}
