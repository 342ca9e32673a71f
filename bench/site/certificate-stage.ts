import type { CertificateOwner, DesiredCertificate } from './certificate-owner';
import { OurCertificate } from './our-certificate';
import { accepted, siteOutcome, type SiteOutcome } from './outcome';
import { owned } from '../handler';
import { seedDistribution } from '../lightsail';
import { CloudFormationReplay } from '../replay-cloudformation';
import { NAME, plain } from '../scenarios';
import type { VirtualTime } from '../virtual-time';

/** Measures the deployments of a stack with a certificate. */
export class CertificateStage {
  private startedAt = 0;
  private stackDeployments = 1;
  private formerCertificateRequests = 0;

  constructor(private readonly time: VirtualTime, readonly owner: CertificateOwner) {}

  async prepare(from: DesiredCertificate): Promise<void> {
    await this.owner.create(from);
    await this.issueByHand();
  }

  async beginMeasurement(): Promise<void> {
    await this.time.simulator.control.clearCalls();
    this.time.zone.clearCalls();
    this.startedAt = this.time.now();
  }

  /** If the new certificate is not issued yet, a second deployment is needed, because CloudFormation attaches only an issued one. */
  async replaceOnDistribution(from: DesiredCertificate, to: DesiredCertificate): Promise<void> {
    const { time, owner } = this;
    const isOurs = owner instanceof OurCertificate;
    const attached = (certificateName: string) => ({ ...plain, certificateName });
    const former = attached(owner.certificateName);
    await seedDistribution(time.simulator.control, isOurs ? owned(NAME, former) : former);
    await owner.update(to, from, async (certificateName) => {
      if (await this.issueByHand()) this.stackDeployments += 1;
      await (isOurs
        ? time.handler.request(NAME, { name: 'update', from: former, to: attached(certificateName) }, time.pass)
        : new CloudFormationReplay(time.lightsail, time.pass).update(NAME, attached(certificateName)));
    });
  }

  /** The domain is delegated to another zone until the first deployment has failed. */
  async createAgain(to: DesiredCertificate): Promise<void> {
    const { time: { zone }, owner } = this;
    zone.isDelegated = false;
    await owner.failCreate!(to);
    zone.isDelegated = true;
    this.formerCertificateRequests = accepted(await this.time.simulator.control.calls(), 'CreateCertificate').length;
    await this.beginMeasurement();
    await owner.create(to);
  }

  async outcome(): Promise<SiteOutcome> {
    const { time: { simulator: { control }, zone, edgeSeconds }, startedAt, stackDeployments, formerCertificateRequests } = this;
    const answeredAt = this.time.now();
    const [calls, route53Calls] = [await control.calls(), [...zone.calls]];
    await this.issueByHand();
    const { certificates } = await control.snapshot();
    const issuedAt = Math.max(0, ...certificates.map(({ certificateDetail }) => 1000 * (certificateDetail?.issuedAt ?? 0)));
    return siteOutcome({ calls, route53Calls, startedAt, answeredAt, edgeSeconds, issuedAt, stackDeployments, formerCertificateRequests });
  }

  /** Writes the validation records of all pending certificates, as a user does manually, and waits. Returns whether there were any. */
  private async issueByHand(): Promise<boolean> {
    const { simulator: { control }, zone, pass, edgeSeconds } = this.time;
    const pending = (await control.snapshot()).certificates.flatMap(({ certificateDetail }) =>
      (certificateDetail?.status === 'PENDING_VALIDATION' ? [certificateDetail] : []));
    const records = pending.flatMap(({ domainValidationRecords }) => domainValidationRecords.map(({ resourceRecord }) => resourceRecord));
    for (const { name, value } of records) zone.write(name, value);
    if (pending.length > 0) await pass(Math.ceil(edgeSeconds));
    return pending.length > 0;
  }
}
