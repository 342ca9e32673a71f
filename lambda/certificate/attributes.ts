import type { CertificateSummary } from '@aws-sdk/client-lightsail';
import { describeRecord, validationRecordsOf } from './validation-records';
import { thatFit } from '../protocol/attributes';

/** The attributes of a certificate, as CloudFormation receives them. A response has all of them. */
export type CertificateAttributes = Readonly<Record<'certificateName' | 'certificateArn' | 'status' | 'validationRecords', string>>;

const MAX_RECORD_BYTES = 2_000;

/** Every attribute, always: CloudFormation fails a template that refers to a missing one. */
export function attributesOf(live: CertificateSummary): CertificateAttributes {
  return {
    certificateName: live.certificateName ?? '',
    certificateArn: live.certificateArn ?? '',
    status: live.certificateDetail?.status ?? '',
    validationRecords: thatFit(validationRecordsOf(live).map(describeRecord), MAX_RECORD_BYTES).join(', '),
  };
}
