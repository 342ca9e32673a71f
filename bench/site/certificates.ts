import type { CertificateOwner, DesiredCertificate } from './certificate-owner';
import { CertificateStage } from './certificate-stage';
import { OurCertificate } from './our-certificate';
import type { SiteOutcome } from './outcome';
import { CloudFormationCertificateReplay } from './replay-cloudformation-certificate';
import { DnsValidatedCertificateReplay } from './replay-dns-validated-certificate';
import type { VirtualTime } from '../virtual-time';

const OWNERS = {
  'ours': OurCertificate,
  'CloudFormation, replayed': CloudFormationCertificateReplay,
  'DnsValidatedCertificate, replayed': DnsValidatedCertificateReplay,
} as const satisfies Readonly<Record<string, new (time: VirtualTime) => CertificateOwner>>;

export type CertificatePeer = keyof typeof OWNERS;
export const CERTIFICATE_PEERS = Object.keys(OWNERS) as readonly CertificatePeer[];

export interface CertificateScenario {
  readonly name: string;
  /** The certificate that an earlier deployment created. */
  readonly from?: DesiredCertificate;
  readonly peers: readonly CertificatePeer[];
  run(stage: CertificateStage): Promise<void>;
}

const one: DesiredCertificate = { domainNames: ['example.com'], tags: [{ key: 'stage', value: 'test' }] };
const three: DesiredCertificate = { ...one, domainNames: ['example.com', 'www.example.com', 'shop.example.com'] };
const four: DesiredCertificate = { ...three, domainNames: [...three.domainNames, 'blog.example.com'] };
const production: DesiredCertificate = { ...three, tags: [{ key: 'stage', value: 'production' }] };

export const certificateScenarios: readonly CertificateScenario[] = [
  { name: 'one domain name', peers: CERTIFICATE_PEERS, run: ({ owner }) => owner.create(one) },
  { name: 'three domain names', peers: CERTIFICATE_PEERS, run: ({ owner }) => owner.create(three) },
  { name: 'no-op', peers: CERTIFICATE_PEERS, from: three, run: ({ owner }) => owner.update(three, three) },
  { name: 'tags only', peers: CERTIFICATE_PEERS, from: three, run: ({ owner }) => owner.update(production, three) },
  // No CloudFormation resource uses a certificate of ACM for a distribution of Lightsail.
  { name: 'fourth domain name', peers: ['ours', 'CloudFormation, replayed'], from: three, run: (stage) => stage.replaceOnDistribution(three, four) },
  { name: 'delete', peers: CERTIFICATE_PEERS, from: three, run: ({ owner }) => owner.delete(three) },
  // A create of the CloudFormation handler cannot time out, because it does not wait.
  { name: 'again after a timeout', peers: ['ours', 'DnsValidatedCertificate, replayed'], run: (stage) => stage.createAgain(three) },
];

export async function runCertificate(time: VirtualTime, peer: CertificatePeer, { from, run }: CertificateScenario): Promise<SiteOutcome> {
  await time.startAnew();
  const stage = new CertificateStage(time, new OWNERS[peer](time));
  if (from !== undefined) await stage.prepare(from);
  await stage.beginMeasurement();
  await run(stage);
  return stage.outcome();
}
