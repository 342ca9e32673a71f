import type { CertificateSummary, Tag } from '@aws-sdk/client-lightsail';
import { constructTag } from '../../../lambda/certificate/ownership';
import type { Creating } from '../../../lambda/certificate/phase';
import type { CertificateRequest } from '../../../lambda/certificate/request';
import { fenceKey, fenceTag } from '../../../lambda/tags/fence';
import { OWNER_KEY, ownerTag } from '../../../lambda/tags/owner';

/** A request for `my-cert` with two domain names. The certificate is new to CloudFormation. */
export const REQUEST: CertificateRequest = {
  id: 'create-1',
  resource: 'stack/Certificate',
  construct: 'eu-west-1/web/Certificate',
  resourceName: 'my-cert',
  domainName: 'example.com',
  domainNames: ['example.com', 'www.example.com'],
  hostedZones: [],
  tags: [],
  removedTags: [],
  isNew: true,
  waitForIssuance: true,
  timeoutSeconds: 3_000,
  startedAt: 10_000_000,
};

/** The time of the first call of the request. */
export const NOW = REQUEST.startedAt;

export const CREATING: Creating = { phase: 'creating', sent: { call: 'CreateCertificate', at: NOW, operationId: 'op-1' } };

export const OWNER = ownerTag(REQUEST.resource, 'created');

/** The fence of the request that created the certificate. */
export const FENCE = fenceTag(REQUEST, [{ call: 'CreateCertificate', at: NOW }]);

/** The tags of a certificate that the request created. */
export const OURS: readonly Tag[] = [OWNER, constructTag(REQUEST), FENCE];

/** The tags of a certificate that another request of the resource owns: one that created it an hour ago, and a later one that took it over. */
export const CREATED_BEFORE: readonly Tag[] = [OWNER, constructTag(REQUEST), fenceTag({ ...REQUEST, id: 'create-0', startedAt: NOW - 3_000_000 }, [{ call: 'CreateCertificate', at: NOW - 3_000_000 }])];
export const TAKEN_OVER: readonly Tag[] = [OWNER, constructTag(REQUEST), fenceTag({ ...REQUEST, id: 'create-2', startedAt: NOW + 1_000 }, [])];

/** The fence of a request that takes an existing certificate. */
export const MARK = fenceTag(REQUEST, []);

/** The tags of a certificate that the request took. */
export const TAKEN: readonly Tag[] = [OWNER, constructTag(REQUEST), MARK];

/** The tags that a request removes from a certificate that it releases. */
export const RELEASED: readonly string[] = [OWNER_KEY, fenceKey(REQUEST.resource)];

/** The tag that remains after a deployment that ended before its certificate was issued. */
export const LEFT: readonly Tag[] = [constructTag(REQUEST)];

export const THEIRS: readonly Tag[] = [ownerTag('stack/Theirs', 'created')];

type Detail = NonNullable<CertificateSummary['certificateDetail']>;
type ValidationRecord = NonNullable<Detail['domainValidationRecords']>[number];

/** The validation record of a domain name, as Lightsail returns it. */
export const recordOf = (domainName: string, validationStatus: ValidationRecord['validationStatus'] = 'PENDING_VALIDATION'): ValidationRecord => ({
  domainName,
  resourceRecord: { name: `_name.${domainName}.`, type: 'CNAME', value: `_value-of-${domainName}.acm-validations.aws.` },
  dnsRecordCreationState: { code: 'FAILED', message: 'User not authorized' },
  validationStatus,
});

/** The certificate `my-cert` of the request, which waits for its validation records. */
export const pending = (tags: readonly Tag[] = OURS, detail: Detail = {}): CertificateSummary => ({
  certificateArn: 'arn:aws:lightsail:us-east-1:111122223333:Certificate/1',
  certificateName: 'my-cert',
  domainName: 'example.com',
  certificateDetail: {
    status: 'PENDING_VALIDATION',
    subjectAlternativeNames: ['example.com', 'www.example.com'],
    domainValidationRecords: ['example.com', 'www.example.com'].map((name) => recordOf(name)),
    inUseResourceCount: 0,
    createdAt: new Date(NOW),
    ...detail,
  },
  tags: [...tags],
});

export const issued = (tags: readonly Tag[] = OURS, detail: Detail = {}): CertificateSummary => pending(tags, { status: 'ISSUED', ...detail });

/** The records in the format of messages and attributes. */
export const DESCRIBED = ['example.com', 'www.example.com'].map((name) => `_name.${name}. CNAME _value-of-${name}.acm-validations.aws.`);

/** The records that the request writes to a hosted zone for both names. */
export const RECORDS = ['example.com', 'www.example.com'].map((name) => ({ name: `_name.${name}.`, value: `_value-of-${name}.acm-validations.aws.` }));
