import type { Certificate } from '@aws-sdk/client-lightsail';
import { type Change, Route53 } from '@aws-sdk/client-route-53';
import type { CertificateOwner, DeployDependents, DesiredCertificate } from './certificate-owner';
import type { VirtualTime } from '../virtual-time';

const HOSTED_ZONE_ID = 'Z0EXAMPLE';

/** The maximum number of reads until a certificate has its records, or is no longer in use. */
const READS = 10;

/** The timeout of the Lambda function, after which it sends no response. */
const FUNCTION_SECONDS = 900;
/** The time that CloudFormation waits for a response. */
const RESPONSE_SECONDS = 3_600;

/** The mean of the random numbers that the source uses. */
const RANDOM = 0.5;

/** The pauses of the SDK waiters, in seconds. The source sets 30 s and the attempts by option names of an older SDK, which this SDK ignores. */
interface Pauses {
  readonly least: number;
  readonly most: number;
}
const SYNC_PAUSES: Pauses = { least: 30, most: 120 };
const ISSUE_PAUSES: Pauses = { least: 60, most: 120 };

/**
 * Replays the calls of the handler of DnsValidatedCertificate (deprecated) in aws-cdk-lib 2.257. Its certificates are those of ACM,
 * for CloudFront. Each call of ACM is replaced with the call of Lightsail that has the same effect.
 */
export class DnsValidatedCertificateReplay implements CertificateOwner {
  certificateName = '';
  private readonly route53: Route53;
  private functionEndsAt = Infinity;
  private requests = 0;

  constructor(private readonly time: Pick<VirtualTime, 'lightsail' | 'pass' | 'now'> & { readonly zone: Pick<VirtualTime['zone'], 'url'> }) {
    this.route53 = new Route53({ endpoint: time.zone.url, region: 'us-east-1', credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' } });
  }

  async create(to: DesiredCertificate): Promise<void> {
    this.startFunction();
    this.certificateName = await this.request(to);
    await this.writeTags(to);
  }

  async update(to: DesiredCertificate, from: DesiredCertificate, deployDependents?: DeployDependents): Promise<void> {
    const former = this.certificateName;
    this.startFunction();
    if (isToRequest(to, from)) this.certificateName = await this.request(to);
    await this.writeTags(to);
    await deployDependents?.(this.certificateName);
    if (this.certificateName !== former) await this.deleteByName(former);
  }

  async delete(_from: DesiredCertificate): Promise<void> {
    await this.deleteByName(this.certificateName);
  }

  /** Fails a create. Lambda retries the same request, for which ACM returns the same certificate, so the retries are left out. */
  async failCreate(to: DesiredCertificate): Promise<void> {
    const error = await this.create(to).catch((thrown: unknown) => thrown);
    if (!(error instanceof FunctionEnded)) throw new Error('the function did not wait for records that nobody finds', { cause: error });
    await this.time.pass(RESPONSE_SECONDS - FUNCTION_SECONDS);
    // The Delete that follows names no certificate, because CloudFormation never received its ARN.
  }

  private async request({ domainNames: [domainName, ...subjectAlternativeNames] }: DesiredCertificate): Promise<string> {
    this.requests += 1;
    const certificateName = `request-${this.requests}`;
    await this.time.lightsail.createCertificate({ certificateName, domainName, subjectAlternativeNames });
    await this.upsert(await this.recordsOf(certificateName));
    // The simulated Lightsail validates the records before it issues the certificate. ACM does both at the same time.
    await this.until(ISSUE_PAUSES, async () => (await this.read(certificateName)).status === 'ISSUED');
    return certificateName;
  }

  private async recordsOf(certificateName: string): Promise<readonly Change[]> {
    for (let read = 0; read < READS; read += 1) {
      const { domainValidationRecords = [] } = await this.read(certificateName);
      if (domainValidationRecords.length > 0) {
        return domainValidationRecords.map(({ resourceRecord }) => ({
          Action: 'UPSERT',
          ResourceRecordSet: { Name: resourceRecord!.name!, Type: 'CNAME', TTL: 60, ResourceRecords: [{ Value: resourceRecord!.value! }] },
        }));
      }
      await this.pause(backoff(read));
    }
    throw new Error(`no validation records of ${certificateName}`);
  }

  private async upsert(changes: readonly Change[]): Promise<void> {
    const { ChangeInfo } = await this.route53.changeResourceRecordSets({ HostedZoneId: HOSTED_ZONE_ID, ChangeBatch: { Changes: [...changes] } });
    await this.until(SYNC_PAUSES, async () => (await this.route53.getChange({ Id: ChangeInfo!.Id! })).ChangeInfo!.Status === 'INSYNC');
  }

  private async writeTags({ tags }: DesiredCertificate): Promise<void> {
    await this.time.lightsail.tagResource({ resourceName: this.certificateName, tags: [...tags] });
  }

  /** Deletes a certificate. The handler reads it ten times even if it is not in use, because it stops sooner only if it also deletes the records. */
  private async deleteByName(certificateName: string): Promise<void> {
    this.startFunction();
    for (let read = 0; read < READS; read += 1) {
      await this.read(certificateName);
      await this.pause(backoff(read));
    }
    await this.time.lightsail.deleteCertificate({ certificateName });
  }

  private async read(certificateName: string): Promise<Certificate> {
    return (await this.time.lightsail.getCertificates({ certificateName })).certificates![0].certificateDetail!;
  }

  /** A waiter of the SDK, without a timeout. */
  private async until({ least, most }: Pauses, isOver: () => Promise<boolean>): Promise<void> {
    const growing = Math.log2(most / least) + 1;
    for (let attempt = 1; !await isOver(); attempt += 1) {
      const longest = Math.min(least * 2 ** (attempt - 1), most);
      await this.pause(attempt > growing ? most : least + RANDOM * (longest - least));
    }
  }

  private startFunction(): void {
    this.functionEndsAt = this.time.now() + FUNCTION_SECONDS * 1000;
  }

  private async pause(seconds: number): Promise<void> {
    const left = (this.functionEndsAt - this.time.now()) / 1000;
    await this.time.pass(Math.min(seconds, left));
    if (seconds >= left) throw new FunctionEnded();
  }
}

class FunctionEnded extends Error {}

/** Whether the handler requests a new certificate. It compares lists of alternative names by identity, so they always differ. */
function isToRequest(to: DesiredCertificate, from: DesiredCertificate): boolean {
  return to.domainNames[0] !== from.domainNames[0] || to.domainNames.length > 1 || from.domainNames.length > 1;
}

/** The delay before the next read, in seconds. */
function backoff(read: number): number {
  return (RANDOM * 2 ** read * 50 + 2 ** read * 150) / 1000;
}
