import { isDeepStrictEqual } from 'node:util';
import type { CertificateSummary, Tag } from '@aws-sdk/client-lightsail';
import type { CertificateOwner, DeployDependents, DesiredCertificate } from './certificate-owner';
import type { VirtualTime } from '../virtual-time';

/** The default poll interval of the framework of the CloudFormation handlers. */
const POLL_SECONDS = 5;

/**
 * Replays the calls of the CloudFormation handler for AWS::Lightsail::Certificate exactly as its published source makes them
 * (aws-cloudformation/aws-cloudformation-resource-providers-lightsail, June 2024). It writes no validation records, and does not wait
 * until the certificate is issued.
 */
export class CloudFormationCertificateReplay implements CertificateOwner {
  certificateName = '';

  constructor(private readonly time: Pick<VirtualTime, 'lightsail' | 'pass'>) {}

  async create({ domainNames: [domainName, ...subjectAlternativeNames], tags }: DesiredCertificate): Promise<void> {
    // Other domain names require another name, which the user has to choose.
    const certificateName = `certificate-for-${subjectAlternativeNames.length + 1}`;
    // The handler checks whether the certificate exists.
    await this.read(certificateName);
    await this.time.lightsail.createCertificate({ certificateName, domainName, subjectAlternativeNames, tags: [...tags] });
    while (await this.read(certificateName) === undefined) await this.time.pass(POLL_SECONDS);
    await this.read(certificateName);
    this.certificateName = certificateName;
  }

  async update(to: DesiredCertificate, from: DesiredCertificate, deployDependents?: DeployDependents): Promise<void> {
    const former = this.certificateName;
    if (isDeepStrictEqual(from.domainNames, to.domainNames)) {
      await this.read(former);
      await this.writeTags(former, to.tags);
      await this.read(former);
      return;
    }
    await this.create(to);
    await deployDependents?.(this.certificateName);
    await this.deleteByName(former);
  }

  async delete(_from: DesiredCertificate): Promise<void> {
    await this.deleteByName(this.certificateName);
  }

  private async deleteByName(certificateName: string): Promise<void> {
    await this.read(certificateName);
    await this.time.lightsail.deleteCertificate({ certificateName });
    while (await this.read(certificateName) !== undefined) await this.time.pass(POLL_SECONDS);
  }

  /** Updates tags. A tag with a changed value is removed and added again. */
  private async writeTags(resourceName: string, desired: readonly Tag[]): Promise<void> {
    const removed = missingFrom(desired, (await this.read(resourceName))?.tags);
    if (removed.length > 0) await this.time.lightsail.untagResource({ resourceName, tagKeys: removed.map(({ key }) => key!) });
    const added = missingFrom((await this.read(resourceName))?.tags, desired);
    if (added.length > 0) await this.time.lightsail.tagResource({ resourceName, tags: added });
  }

  private async read(certificateName: string): Promise<CertificateSummary | undefined> {
    return (await this.time.lightsail.getCertificates({ certificateName })).certificates?.[0];
  }
}

/** Returns the tags that `others` does not have with the same value. */
function missingFrom(others: readonly Tag[] = [], tags: readonly Tag[] = []): Tag[] {
  return tags.filter(({ key, value }) => !others.some((other) => other.key === key && other.value === value));
}
