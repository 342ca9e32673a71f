import type { Operation } from '@aws-sdk/client-lightsail';
import type { Lightsail } from './lightsail';
import { isTransient } from './lightsail-errors';

/** `undefined` where Lightsail refuses to tell. */
export async function operationsIfTold(lightsail: Lightsail, distributionName: string): Promise<readonly Operation[] | undefined> {
  return lightsail.operationsFor(distributionName).catch((error: unknown) => {
    if (isTransient(error)) throw error;
    return undefined;
  });
}
