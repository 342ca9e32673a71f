const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Waits for a signal, or for the end of an input. */
export async function untilEnd(input: NodeJS.ReadableStream | undefined, signals: NodeJS.EventEmitter = process): Promise<void> {
  await new Promise<void>((resolve) => {
    const end = () => resolve();
    for (const signal of SIGNALS) signals.once(signal, end);
    // The input is discarded, but a stream ends only if it is read.
    input?.once('end', end).once('close', end).resume();
  });
}
