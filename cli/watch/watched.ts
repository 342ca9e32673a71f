import type { LightsailDistribution, Operation } from '@aws-sdk/client-lightsail';
import type { Lightsail } from '../../lambda/lightsail/lightsail';
import { listOperations } from '../../lambda/lightsail/list-operations';
import { calling } from '../aws-errors';

/** The port: what the command reads of one distribution. */
export interface Watched {
  /** `undefined` when there is none. */
  distribution(): Promise<LightsailDistribution | undefined>;
  /** Empty where Lightsail refuses to list them. */
  operations(): Promise<readonly Operation[]>;
}

export function watched(lightsail: Lightsail, name: string): Watched {
  return {
    distribution: () => calling('lightsail:GetDistributions', () => lightsail.distribution(name)),
    operations: () => calling('lightsail:GetOperationsForResource', async () => await listOperations(lightsail, name) ?? []),
  };
}
