import { isDeepStrictEqual } from 'node:util';
import type { Lightsail, Operation } from '@aws-sdk/client-lightsail';
import type { Replay } from './replay';
import type { DesiredState } from './scenarios';

/** The time before the first poll of an operation, and the limits of the poll interval, which then doubles. */
const FIRST_LOOK_SECONDS = 5;
const LEAST_SECONDS = 3;
const MOST_SECONDS = 10;

const UPDATED = ['origin', 'defaultCacheBehavior', 'cacheBehaviorSettings', 'cacheBehaviors', 'certificateName'] as const;

/**
 * Replays the calls of Terraform's aws_lightsail_distribution exactly as its published source makes them (hashicorp/terraform-provider-aws).
 * The processing of the responses is left out. Before a change or a deletion, Terraform reads the resource for its plan.
 */
export class TerraformReplay implements Replay {
  constructor(private readonly lightsail: Lightsail, private readonly pass: (seconds: number) => Promise<void>) {}

  async create(distributionName: string, desired: DesiredState): Promise<void> {
    const { operation } = await this.lightsail.createDistribution({ distributionName, ...desired });
    await this.untilEnded(operation!);
    await this.read(distributionName);
  }

  async update(distributionName: string, to: DesiredState, from: DesiredState): Promise<void> {
    await this.read(distributionName);
    if (isDeepStrictEqual(from, to)) return;
    if (!isDeepStrictEqual(from.tags, to.tags)) await this.lightsail.tagResource({ resourceName: distributionName, tags: to.tags });
    const changed = UPDATED.filter((member) => !isDeepStrictEqual(from[member], to[member]));
    if (changed.length > 0) {
      const settings = Object.fromEntries(changed.map((member) => [member, to[member]]));
      const { operation } = await this.lightsail.updateDistribution({ distributionName, ...settings });
      await this.untilEnded(operation!);
    }
    if (from.bundleId !== to.bundleId) {
      const { operation } = await this.lightsail.updateDistributionBundle({ distributionName, bundleId: to.bundleId });
      await this.untilEnded(operation!);
    }
    await this.read(distributionName);
  }

  async delete(distributionName: string): Promise<void> {
    await this.read(distributionName);
    const { operation } = await this.lightsail.deleteDistribution({ distributionName });
    await this.untilEnded(operation!);
  }

  private async untilEnded({ id }: Operation): Promise<void> {
    await this.pass(FIRST_LOOK_SECONDS);
    for (let interval = LEAST_SECONDS; !await this.hasEnded(id!); interval = Math.min(2 * interval, MOST_SECONDS)) await this.pass(interval);
  }

  private async hasEnded(operationId: string): Promise<boolean> {
    const { operation } = await this.lightsail.getOperation({ operationId });
    return operation?.status === 'Succeeded' || operation?.status === 'Completed';
  }

  private async read(distributionName: string): Promise<void> {
    await this.lightsail.getDistributions({ distributionName });
  }
}
