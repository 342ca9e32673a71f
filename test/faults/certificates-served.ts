import { inOneOrder } from '../../lambda/certificate/domain-names';
import { CONSTRUCT_KEY } from '../../lambda/certificate/ownership';
import type { ResourceEvent } from '../../lambda/protocol/event';
import { OWNER_KEY } from '../../lambda/tags/owner';
import type { AccountDescription } from '../../simulator';
import type { Account } from '../lambda/account';

export type Certificate = AccountDescription['certificates'][number];
type Distribution = AccountDescription['distributions'][number];

/** Checks the certificates, and the distributions with an owner tag, after each write. */
export class CertificateWatch {
  /** Descriptions of the violations. */
  readonly wrong: string[] = [];
  /** The certificates whose owner tag the handler has removed. */
  readonly released = new Set<string>();
  private before: readonly Certificate[] = [];
  /** Whether the template specifies the name of the certificate. */
  private isNamed = false;
  /** The certificate of each distribution after the previous write, by the name of the distribution. */
  private readonly had = new Map<string, string>();

  constructor(private readonly account: Account) {}

  /** Called before a write. */
  begin({ ResourceProperties: { certificateName } }: ResourceEvent): void {
    this.before = this.account.service.snapshot().certificates;
    this.isNamed = certificateName !== undefined;
  }

  /** Called after the write, whether it was accepted or refused. */
  end(): void {
    const { certificates, distributions } = this.account.service.snapshot();
    for (const one of certificates) {
      const before = this.before.find(({ certificateName }) => certificateName === one.certificateName);
      if (before === undefined) this.assertNeeded(one);
      else if (tagOf(before, OWNER_KEY) && !tagOf(one, OWNER_KEY)) this.released.add(one.certificateName);
    }
    for (const one of distributions.filter(({ tags }) => tags.some(({ key }) => key === OWNER_KEY))) this.assertServed(one, certificates);
    for (const name of this.had.keys()) if (!distributions.some((one) => one.name === name)) this.had.delete(name);
  }

  private assertNeeded(requested: Certificate): void {
    const isTheSame = (one: Certificate) => tagOf(one, CONSTRUCT_KEY) === tagOf(requested, CONSTRUCT_KEY) && namesOf(one) === namesOf(requested);
    const earlier = this.isNamed ? undefined : this.before.find((one) => isTheSame(one) && canBeIssued(one));
    if (earlier) this.wrong.push(`${requested.certificateName}: requested although ${earlier.certificateName} exists for the same domain names`);
  }

  private assertServed(distribution: Distribution, certificates: readonly Certificate[]): void {
    const { name, certificateName = '' } = distribution;
    const had = this.had.get(name) ?? '';
    if (had !== '' && certificateName === '') this.wrong.push(`${name}: without a certificate, after it had ${had}`);
    if (certificateName !== '' && !isServed(distribution, certificates)) this.wrong.push(`${name}: it has ${certificateName}, but does not serve it`);
    this.had.set(name, certificateName);
  }
}

export function tagOf({ tags }: Certificate, key: string): string | undefined {
  return tags.find((tag) => tag.key === key)?.value;
}

export function namesOf({ domainName, certificateDetail }: Certificate): string {
  return inOneOrder([domainName, ...certificateDetail?.subjectAlternativeNames ?? []]).join(' ');
}

export function canBeIssued({ certificateDetail }: Certificate): boolean {
  return certificateDetail?.status === 'PENDING_VALIDATION' || certificateDetail?.status === 'ISSUED';
}

function isServed({ certificateName, alternativeDomainNames }: Distribution, certificates: readonly Certificate[]): boolean {
  const certificate = certificates.find((one) => one.certificateName === certificateName);
  return certificate?.certificateDetail?.status === 'ISSUED' && namesOf(certificate) === inOneOrder(alternativeDomainNames).join(' ');
}
