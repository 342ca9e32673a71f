import { Account } from './account';
import type { Stack } from './cloudformation';
import type { Host } from './hosts';
import type { ResourceRequest } from './provider-framework';
import type { Ports } from './simulated-lightsail';
import { CERTIFICATE } from '../../lambda/certificate/name';
import type { ZoneRecords } from '../../lambda/route53/route53';
import type { ServiceBehaviour } from '../../simulator';

type Properties = ResourceRequest['properties'];

/** The properties of a certificate of a stack, as the construct sends them, with a hosted zone for the validation records. */
export const wanted = (more: object = {}): Properties =>
  ({ domainName: 'example.net', subjectAlternativeNames: ['www.example.net'], hostedZones: [{ hostedZoneId: 'Z1' }], ...more });

/** The same properties without a hosted zone, for manual validation. */
export const manual = (more: object = {}): Properties => wanted({ hostedZones: undefined, ...more });

export const STACK_ID = 'arn:aws:cloudformation:eu-west-1:111122223333:stack/web/0b5f8a1e';

/** The id of a later stack with the same name. */
export const LATER_STACK_ID = 'arn:aws:cloudformation:eu-west-1:111122223333:stack/web/9c4d7b2f';

/** The name of the certificate for the domain names of `wanted`. */
export const NAME = 'web-Certificate-1998fa09b5ac';

export const OWNER = { 'cdk-lightsail-distribution:owner': `created ${STACK_ID}/Certificate` };
/** The fence of a request of the stack. The value has the id of the request and its recorded calls. */
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
  /** The records that each call to Route 53 wrote. */
  readonly upserts: (readonly ZoneRecords[])[];
  /** The errors of the next calls to Route 53. */
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

  /** The names of the certificates that no test fixture created. */
  get requested(): readonly string[] {
    return this.certificateNames.filter((name) => !/^cert-\d$/.test(name));
  }

  /** Returns the tags, with fences without times and without the hash of their resource. */
  certificateTags(name = NAME): Readonly<Record<string, string>> {
    return Object.fromEntries((this.certificate(name)?.tags ?? []).map(({ key, value = '' }) =>
      (key!.includes(':request:') ? [key!.slice(0, key!.lastIndexOf(':')), value.replace(/^\d+ |@\d+/g, '')] : [key!, value])));
  }

  /** The total number of certificate requests. An account has a quota of 20 requests in 365 days. */
  get requests(): number {
    return this.service.snapshot().operations.filter(({ operationType }) => operationType === 'CreateCertificate').length;
  }

  /** Returns the validation records of a certificate in the format of messages. */
  recordsOf(name = NAME): readonly string[] {
    return (this.certificate(name)?.certificateDetail?.domainValidationRecords ?? []).map(({ resourceRecord }) => `${resourceRecord!.name} CNAME ${resourceRecord!.value}`);
  }

  /** Creates the validation records of a certificate, as a user does. */
  createRecords(name = NAME): void {
    for (const { resourceRecord } of this.certificate(name)!.certificateDetail!.domainValidationRecords!) {
      this.service.seeds.seedDnsRecord(resourceRecord!.name!, { value: resourceRecord!.value! });
    }
  }
}
