import type { CertificateSummary, Tag } from '@aws-sdk/client-lightsail';
import { constructTag } from '../../../lambda/certificate/ownership';
import type { Creating } from '../../../lambda/certificate/phase';
import type { CertificateRequest } from '../../../lambda/certificate/request';
import { fenceTag } from '../../../lambda/distribution/fence';
import { ownerTag } from '../../../lambda/tags/owner';

/** A request for `my-cert` with two domain names, which CloudFormation does not know yet. */
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

/** When the first call of the request is made. */
export const NOW = REQUEST.startedAt;

export const CREATING: Creating = { phase: 'creating', sent: { call: 'CreateCertificate', at: NOW, operationId: 'op-1' } };

/** The tags of a certificate that the resource has had since an earlier request. */
export const FORMER: readonly Tag[] = [ownerTag(REQUEST.resource, 'created'), constructTag(REQUEST)];

/** The tags of a certificate that the request created. */
export const OURS: readonly Tag[] = [...FORMER, fenceTag(REQUEST, [{ call: 'CreateCertificate', at: NOW }])];

/** The fence after the request wrote the validation records. */
export const RECORDED = fenceTag(REQUEST, [{ call: 'CreateCertificate', at: NOW }, { call: 'ChangeResourceRecordSets', at: NOW }]);

/** The tag that is left of a deployment that ended before its certificate was issued. */
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

/** How messages and attributes describe the records. */
export const DESCRIBED = ['example.com', 'www.example.com'].map((name) => `_name.${name}. CNAME _value-of-${name}.acm-validations.aws.`);

/** What the request writes to a hosted zone for both names. */
export const RECORDS = ['example.com', 'www.example.com'].map((name) => ({ name: `_name.${name}.`, value: `_value-of-${name}.acm-validations.aws.` }));
