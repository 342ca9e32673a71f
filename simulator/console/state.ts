import { LoggedCall } from '../call-log';
import { faultKinds } from '../faults';
import { Controlled } from '../http/control-endpoint';
import { isObject } from '../json-merge-patch';
import { inputs } from '../model/operations';

/** The number of newest entries of each list that the console shows. It limits the size of an update in a long run. */
const SHOWN = { calls: 200, operations: 50, distributions: 100, certificates: 100 };

/** The maximum lengths in characters. */
const INPUT_SHOWN = 2000;
const SUBJECT_SHOWN = 255;

export interface Newest<T> {
  readonly total: number;
  readonly newest: readonly T[];
}

export interface ShownCall extends Omit<LoggedCall, 'input'> {
  /** The position in the log, from 1. */
  readonly number: number;
  /** The first resource name in the input. */
  readonly subject?: string;
  /** The input as JSON. A long input is truncated. */
  readonly input: string;
}

/** The state that the console shows, by section. An update contains the sections that changed. */
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

/** An input never changes, so its summary is created once and not for every update. */
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
