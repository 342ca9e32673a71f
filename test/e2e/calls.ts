import type { LocalAws } from '../../local-aws/local-aws';
import type { LoggedCall } from '../../simulator';

/** The calls that name a distribution, which polls for an operation do not. Several tests share one Lightsail. */
export async function loggedCallsFor({ lightsail }: LocalAws, distributionName: string): Promise<readonly LoggedCall[]> {
  return (await lightsail.calls()).filter(({ input }) => Object.values(input as object).includes(distributionName));
}

export async function callsFor(local: LocalAws, distributionName: string): Promise<readonly string[]> {
  return (await loggedCallsFor(local, distributionName)).map(({ operation }) => operation);
}

/** The id of the Lightsail operation that the first such call has started. */
export async function operationIdOf(call: string, local: LocalAws, distributionName: string): Promise<string | undefined> {
  return (await loggedCallsFor(local, distributionName)).find(({ operation }) => operation === call)?.operationId;
}

/** Gives back, each time it is called, what was called since the last time. */
export function newCallsFor(local: LocalAws, distributionName: string): () => Promise<readonly string[]> {
  let told = 0;
  return async () => {
    const all = await callsFor(local, distributionName);
    const news = all.slice(told);
    told = all.length;
    return news;
  };
}

export function isWrite(operation: string): boolean {
  return !operation.startsWith('Get');
}

export async function distributionNames({ lightsail }: LocalAws): Promise<readonly string[]> {
  return (await lightsail.snapshot()).distributions.map(({ name }) => name);
}
