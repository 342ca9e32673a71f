const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Waits until the program has to end: a signal, or the end of an input. */
export async function untilEnd(input: NodeJS.ReadableStream | undefined, signals: NodeJS.EventEmitter = process): Promise<void> {
  await new Promise<void>((resolve) => {
    const end = () => resolve();
    for (const signal of SIGNALS) signals.once(signal, end);
    // What comes in is of no interest, but only a stream that is read ends.
    input?.once('end', end).once('close', end).resume();
  });
}
