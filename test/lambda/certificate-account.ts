import { Account } from './account';
import type { Stack } from './cloudformation';
import type { Host } from './hosts';
import type { ResourceRequest } from './provider-framework';
import type { Ports } from './simulated-lightsail';
import { CERTIFICATE } from '../../lambda/certificate/name';
import type { ZoneRecords } from '../../lambda/route53/route53';
import type { ServiceBehaviour } from '../../simulator';

type Properties = ResourceRequest['properties'];

/** The properties of a certificate of a stack, as the construct gives them, with a hosted zone for the validation records. */
export const wanted = (more: object = {}): Properties =>
  ({ domainName: 'example.net', subjectAlternativeNames: ['www.example.net'], hostedZones: [{ hostedZoneId: 'Z1' }], ...more });

/** The same, validated by hand. */
export const manual = (more: object = {}): Properties => wanted({ hostedZones: undefined, ...more });

export const STACK_ID = 'arn:aws:cloudformation:eu-west-1:111122223333:stack/web/0b5f8a1e';

/** The id of a stack of the same name that was created after it. */
export const LATER_STACK_ID = 'arn:aws:cloudformation:eu-west-1:111122223333:stack/web/9c4d7b2f';

/** The name of the certificate for the domain names of `wanted`. */
export const NAME = 'web-Certificate-1998fa09b5ac';

export const OWNER = { 'cdk-lightsail-distribution:owner': `created ${STACK_ID}/Certificate` };
/** The fence of a request of the stack: its id, and the calls that it has recorded. */
export const fenceOfStack = (value: string) => ({ 'cdk-lightsail-distribution:request': value });
export const CONSTRUCT = { 'cdk-lightsail-distribution:construct': 'eu-west-1/web/Certificate' };

interface StackOptions {
  readonly name?: string;
  readonly logicalId?: string;
  readonly stackId?: string;
  readonly host?: Pick<Host, 'invoke'>;
}

/** A Lightsail account in which validation takes 20 seconds, and Route 53. */
export class CertificateAccount extends Account {
  /** What each call to Route 53 wrote. */
  readonly upserts: (readonly ZoneRecords[])[];
  /** With what the next calls to Route 53 fail. */
  readonly refusals: Error[];

  constructor(behaviour: Partial<ServiceBehaviour> = {}, disturb: (port: Ports) => Ports = (port) => port) {
    const upserts: (readonly ZoneRecords[])[] = [];
    const refusals: Error[] = [];
    super({ issueSeconds: 20, ...behaviour }, (port) => disturb({
      ...port,
      upsert: async (zones) => {
        const refusal = refusals.shift();
        if (refusal) throw refusal;
        upserts.push(zones);
        return port.upsert(zones);
      },
    }));
    this.upserts = upserts;
    this.refusals = refusals;
  }

  certificateStack({ name, logicalId = 'Certificate', stackId, host }: StackOptions = {}): Stack {
    return this.stack(name, { resourceType: CERTIFICATE, logicalId, ...(stackId !== undefined && { stackId }) }, host);
  }

  /** The names of the certificates that no test fixture put there. */
  get requested(): readonly string[] {
    return this.certificateNames.filter((name) => !/^cert-\d$/.test(name));
  }

  /** Fences without times, and without the hash of their resource. */
  certificateTags(name = NAME): Readonly<Record<string, string>> {
    return Object.fromEntries((this.certificate(name)?.tags ?? []).map(({ key, value = '' }) =>
      (key!.includes(':request:') ? [key!.slice(0, key!.lastIndexOf(':')), value.replace(/^\d+ |@\d+/g, '')] : [key!, value])));
  }

  /** How many certificates were ever requested: an account has 20 requests in 365 days. */
  get requests(): number {
    return this.service.snapshot().operations.filter(({ operationType }) => operationType === 'CreateCertificate').length;
  }

  /** The validation records of a certificate, as messages describe them. */
  recordsOf(name = NAME): readonly string[] {
    return (this.certificate(name)?.certificateDetail?.domainValidationRecords ?? []).map(({ resourceRecord }) => `${resourceRecord!.name} CNAME ${resourceRecord!.value}`);
  }

  /** Somebody creates the validation records of a certificate. */
  createRecords(name = NAME): void {
    for (const { resourceRecord } of this.certificate(name)!.certificateDetail!.domainValidationRecords!) {
      this.service.seeds.seedDnsRecord(resourceRecord!.name!, { value: resourceRecord!.value! });
    }
  }
}
