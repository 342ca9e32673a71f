import type { LightsailDistribution, Operation } from '@aws-sdk/client-lightsail';
import type { Lightsail } from '../../lambda/lightsail/lightsail';
import { listOperations } from '../../lambda/lightsail/list-operations';
import { calling } from '../aws-errors';

/** The port for the reads of one distribution. */
export interface Watched {
  /** Returns `undefined` if the distribution does not exist. */
  distribution(): Promise<LightsailDistribution | undefined>;
  /** Returns an empty list if Lightsail refuses the request. */
  operations(): Promise<readonly Operation[]>;
}

export function watched(lightsail: Lightsail, name: string): Watched {
  return {
    distribution: () => calling('lightsail:GetDistributions', () => lightsail.distribution(name)),
    operations: () => calling('lightsail:GetOperationsForResource', async () => await listOperations(lightsail, name) ?? []),
  };
}
