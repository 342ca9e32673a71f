import type { Operation } from '@aws-sdk/client-lightsail';
import { EXIT, type ExitCode } from '../command';
import type { Terminal } from '../terminal';
import { UserError } from '../user-error';
import { type InProgress, type Progress, progressOf } from './progress';
import { formatTime, progressLine } from './progress-line';
import type { Watched } from './watched';

export interface Watch {
  readonly name: string;
  /** Whether to continue after a change is deployed, until the command is stopped. */
  readonly follows: boolean;
  readonly intervalSeconds: number;
}

/** The clock of the command. */
export interface Timer {
  /** Returns epoch milliseconds. */
  now(): number;
  /** Waits. Resolves to `false` if the command must stop. */
  wait(milliseconds: number): Promise<boolean>;
}

/** Follows the changes of a distribution until none is in progress. */
export async function watch({ name, follows, intervalSeconds }: Watch, watched: Watched, terminal: Terminal, timer: Timer): Promise<ExitCode> {
  const view = viewOf(name, terminal);
  const knownFailures = new Set<string | undefined>();
  let former: Progress | undefined;
  for (;;) {
    const operations = await watched.operations();
    // Failures from before the start of the watch are not reported.
    if (former === undefined) addFailures(knownFailures, operations);
    const progress = progressOf(await watched.distribution(), operations, ({ id }) => knownFailures.has(id));
    if (former === undefined && progress.kind === 'absent' && !follows) {
      throw new UserError(`${name}: no such distribution in us-east-1; check the name and the profile, or wait for its creation with --follow`);
    }
    view.show(progress, former, timer.now());
    if (!follows && progress.kind !== 'in progress') return progress.kind === 'failed' ? EXIT.FAILED : EXIT.OK;
    addFailures(knownFailures, operations);
    former = progress;
    if (!await timer.wait(intervalSeconds * 1_000)) return EXIT.OK;
  }
}

function addFailures(known: Set<string | undefined>, operations: readonly Operation[]): void {
  for (const { id, status } of operations) if (status === 'Failed') known.add(id);
}

/** Returns the view: on a terminal, a line that is replaced, and elsewhere, one line for each change of the state. */
function viewOf(name: string, terminal: Terminal) {
  let startedAt = 0;
  return {
    show(progress: Progress, former: Progress | undefined, now: number): void {
      if (progress.kind === 'in progress') {
        if (former?.kind !== 'in progress' || progress.startedAt !== undefined) startedAt = progress.startedAt ?? now;
        const elapsed = Math.max(0, now - startedAt);
        if (terminal.isInteractive) terminal.progress(progressLine(name, progress, elapsed, terminal.columns));
        else if (!isSame(progress, former)) terminal.print(`${name}  ${formatTime(elapsed)}  ${progress.call}: ${progress.status}`);
        return;
      }
      if (former?.kind === progress.kind) return;
      if (terminal.isInteractive && former?.kind === 'in progress') terminal.progress('');
      const duration = former?.kind === 'in progress' ? ` after ${formatTime(now - startedAt)}` : '';
      terminal.print(ended(name, progress, duration, terminal));
    },
  };
}

function isSame(one: InProgress, other: Progress | undefined): boolean {
  return other?.kind === 'in progress' && other.call === one.call && other.status === one.status;
}

function ended(name: string, progress: Exclude<Progress, InProgress>, duration: string, { styled }: Terminal): string {
  switch (progress.kind) {
    case 'absent': return `${styled('yellow', 'absent')} ${name}${duration}`;
    case 'deployed': return `${styled('green', 'deployed')} ${name}${duration}`;
    case 'failed': return `${styled('red', 'failed')} ${name}${duration}: ${progress.operation.operationType} operation ${progress.operation.id}: ${progress.reason}`;
  }
}
