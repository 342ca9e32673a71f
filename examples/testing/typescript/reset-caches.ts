import { GetDistributionsCommand, type LightsailClient, ResetDistributionCacheCommand } from '@aws-sdk/client-lightsail';

/** Resets the cache of every distribution of a stage, and returns their names. */
export async function resetCaches(client: LightsailClient, stage: string): Promise<readonly string[]> {
  const { distributions = [] } = await client.send(new GetDistributionsCommand({}));
  const names = distributions
    .filter(({ tags = [] }) => tags.some(({ key, value }) => key === 'stage' && value === stage))
    .map(({ name }) => name!);
  for (const distributionName of names) {
    await client.send(new ResetDistributionCacheCommand({ distributionName }));
  }
  return names;
}
