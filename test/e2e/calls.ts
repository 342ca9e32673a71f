import type { LocalAws } from '../../local-aws/local-aws';
import type { LoggedCall } from '../../simulator';

/** The calls that name a distribution, because several tests share one Lightsail. Calls that read an operation do not name one. */
export async function loggedCallsFor({ lightsail }: LocalAws, distributionName: string): Promise<readonly LoggedCall[]> {
  return (await lightsail.calls()).filter(({ input }) => Object.values(input as object).includes(distributionName));
}

export async function callsFor(local: LocalAws, distributionName: string): Promise<readonly string[]> {
  return (await loggedCallsFor(local, distributionName)).map(({ operation }) => operation);
}

/** The id of the Lightsail operation that the first of these calls started. */
export async function operationIdOf(call: string, local: LocalAws, distributionName: string): Promise<string | undefined> {
  return (await loggedCallsFor(local, distributionName)).find(({ operation }) => operation === call)?.operationId;
}

/** Creates a function that returns the calls since its previous invocation. */
export function newCallsFor(local: LocalAws, distributionName: string): () => Promise<readonly string[]> {
  let returned = 0;
  return async () => {
    const all = await callsFor(local, distributionName);
    const added = all.slice(returned);
    returned = all.length;
    return added;
  };
}

export function isWrite(operation: string): boolean {
  return !operation.startsWith('Get');
}

export async function distributionNames({ lightsail }: LocalAws): Promise<readonly string[]> {
  return (await lightsail.snapshot()).distributions.map(({ name }) => name);
}
