import type { Lightsail, LightsailDistribution } from '@aws-sdk/client-lightsail';
import type { Replay } from './replay';
import type { DesiredState } from './scenarios';

/** The default poll interval of the framework of the CloudFormation handlers. */
const POLL_SECONDS = 5;
/** The poll interval that the handler sets while it waits before a deletion. */
const POLL_SECONDS_BEFORE_DELETE = 30;

/**
 * Replays the calls of the CloudFormation handler for AWS::Lightsail::Distribution exactly as its published source makes them
 * (aws-cloudformation/aws-cloudformation-resource-providers-lightsail, June 2024). The processing of the responses is left out.
 */
export class CloudFormationReplay implements Replay {
  constructor(private readonly lightsail: Lightsail, private readonly pass: (seconds: number) => Promise<void>) {}

  async create(distributionName: string, desired: DesiredState): Promise<void> {
    const { certificateName, ...created } = desired;
    // The handler checks whether the distribution exists. It takes any error as "does not exist".
    await this.read(distributionName).catch(() => undefined);
    await this.lightsail.createDistribution({ distributionName, ...created });
    await this.untilDeployed(distributionName);
    // The create leaves some settings to an update, which always sends all settings again.
    await this.update(distributionName, desired);
  }

  async update(distributionName: string, desired: DesiredState): Promise<void> {
    const { bundleId, certificateName, tags, ...settings } = desired;
    await this.read(distributionName);
    await this.untilDeployed(distributionName);

    await this.lightsail.updateDistribution({ distributionName, isEnabled: true, ...settings });
    await this.untilDeployed(distributionName);

    if ((await this.read(distributionName))?.bundleId !== bundleId) await this.lightsail.updateDistributionBundle({ distributionName, bundleId });
    await this.untilDeployed(distributionName);

    const attached = (await this.read(distributionName))?.certificateName;
    if (attached && attached !== certificateName) await this.lightsail.detachCertificateFromDistribution({ distributionName });
    await this.untilDeployed(distributionName);

    const left = (await this.read(distributionName))?.certificateName;
    if (certificateName && left !== certificateName) await this.lightsail.attachCertificateToDistribution({ distributionName, certificateName });
    await this.untilDeployed(distributionName);

    await this.writeTags(distributionName, tags);
    await this.untilDeployed(distributionName);
    await this.read(distributionName);
  }

  async delete(distributionName: string): Promise<void> {
    await this.read(distributionName);
    await this.untilDeployed(distributionName, POLL_SECONDS_BEFORE_DELETE);
    await this.lightsail.deleteDistribution({ distributionName });
    while (await this.read(distributionName).then(() => true, () => false)) await this.pass(POLL_SECONDS);
  }

  /** Updates tags. A tag with a changed value is removed and added again. */
  private async writeTags(resourceName: string, desired: DesiredState['tags']): Promise<void> {
    const missingFrom = (others: DesiredState['tags']) => ({ key, value }: DesiredState['tags'][number]) =>
      !others.some((other) => other.key === key && other.value === value);
    await this.read(resourceName);
    const removed = ((await this.read(resourceName))?.tags ?? []).filter(missingFrom(desired));
    if (removed.length > 0) await this.lightsail.untagResource({ resourceName, tagKeys: removed.map(({ key }) => key!) });
    const added = desired.filter(missingFrom((await this.read(resourceName))?.tags ?? []));
    if (added.length > 0) await this.lightsail.tagResource({ resourceName, tags: added });
  }

  private async untilDeployed(distributionName: string, seconds = POLL_SECONDS): Promise<void> {
    while ((await this.read(distributionName))?.status !== 'Deployed') await this.pass(seconds);
  }

  private async read(distributionName: string): Promise<LightsailDistribution | undefined> {
    return (await this.lightsail.getDistributions({ distributionName })).distributions?.[0];
  }
}
