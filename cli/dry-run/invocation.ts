import type { ResourceEvent } from '../../lambda/protocol/event';

/** What Lambda tells of an invocation. */
export type Invocation =
  | { readonly answer: Readonly<Record<string, unknown>> }
  | { readonly error: { readonly errorMessage: string; readonly trace: readonly string[] } };

/** Runs the handler. */
export interface Invoker {
  invoke(event: ResourceEvent): Promise<Invocation>;
}

/** Answers and errors as they leave Lambda. */
export async function invocation(answer: Promise<object>): Promise<Invocation> {
  try {
    return { answer: JSON.parse(JSON.stringify(await answer)) };
  } catch (error) {
    const { message, stack } = error as Error;
    return { error: { errorMessage: message, trace: String(stack).split('\n') } };
  }
}
