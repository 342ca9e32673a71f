import { Format, Presets } from 'cli-progress';
import type { InProgress } from './progress';

/** The usual duration of a deployment to the edge, in milliseconds. */
export const USUAL_DURATION = 300_000;

const BAR_WIDTH = 24;

const { barCompleteChar, barIncompleteChar } = Presets.shades_classic;

/** Returns the progress bar and the elapsed time, compared with the usual duration. */
export function progressLine(name: string, { call, status }: InProgress, elapsed: number, columns: number): string {
  const time = `${formatTime(elapsed)} of about ${formatTime(USUAL_DURATION)}`;
  const texts = [`${name} ${call}`, bar(elapsed), time, `(${status})`];
  // On a narrow terminal, the least important parts are left out first, because a wrapped line cannot be replaced.
  const orders = [texts, texts.slice(0, 3), texts.slice(1, 3), texts.slice(2, 3)];
  return orders.map((parts) => parts.join('  ')).find((line) => line.length < columns) ?? formatTime(elapsed);
}

/** The bar is not full before the deployment is complete, however long it takes. */
function bar(elapsed: number): string {
  return Format.BarFormat(Math.min(elapsed / USUAL_DURATION, 1 - 1 / BAR_WIDTH), {
    barGlue: '',
    barsize: BAR_WIDTH,
    barCompleteString: (barCompleteChar ?? '').repeat(BAR_WIDTH),
    barIncompleteString: (barIncompleteChar ?? '').repeat(BAR_WIDTH),
  });
}

export function formatTime(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
