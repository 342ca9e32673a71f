import type { ResourceEvent } from '../../lambda/protocol/event';

/** The result of a Lambda invocation. */
export type Invocation =
  | { readonly answer: Readonly<Record<string, unknown>> }
  | { readonly error: { readonly errorMessage: string; readonly trace: readonly string[] } };

/** Invokes the handler. */
export interface Invoker {
  invoke(event: ResourceEvent): Promise<Invocation>;
}

/** Returns the response or the error in the format of Lambda. */
export async function invocation(answer: Promise<object>): Promise<Invocation> {
  try {
    return { answer: JSON.parse(JSON.stringify(await answer)) };
  } catch (error) {
    const { message, stack } = error as Error;
    return { error: { errorMessage: message, trace: String(stack).split('\n') } };
  }
}
