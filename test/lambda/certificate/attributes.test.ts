import type { CertificateSummary } from '@aws-sdk/client-lightsail';
import * as fc from 'fast-check';
import { DESCRIBED, issued, pending, recordOf } from './request-for-my-cert';
import { attributesOf } from '../../../lambda/certificate/attributes';
import { jsonBytes } from '../../../lambda/protocol/message';

test('are the name, the ARN, the status and the validation records', () => {
  expect(attributesOf(pending())).toEqual({
    certificateName: 'my-cert',
    certificateArn: 'arn:aws:lightsail:us-east-1:111122223333:Certificate/1',
    status: 'PENDING_VALIDATION',
    validationRecords: DESCRIBED.join(', '),
  });
  expect(attributesOf(issued()).status).toBe('ISSUED');
});

test.each<[string, CertificateSummary]>([['anything', {}], ['its detail', { certificateDetail: {} }]])('all exist for a certificate without %s', (_what, live) => {
  expect(attributesOf(live)).toEqual({ certificateName: '', certificateArn: '', status: '', validationRecords: '' });
});

/** Validation records with names of this length. */
const records = (length: number, count = 10) =>
  Array.from({ length: count }, (_, index) => recordOf(`${String(index).padEnd(length - 4, 'x')}.com`));

test('ten records of names of usual length are complete', () => {
  const domainValidationRecords = records(60);
  const { validationRecords } = attributesOf(pending([], { domainValidationRecords }));
  expect(validationRecords.split(', ')).toEqual(domainValidationRecords.map(({ resourceRecord: { name, value } = {} }) => `${name} CNAME ${value}`));
});

test('law: as many records as fit into 2,000 bytes, none of them truncated', () => {
  const names = fc.array(fc.integer({ min: 5, max: 253 }).map((length) => `${'x'.repeat(length - 4)}.com`), { maxLength: 10 });
  fc.assert(fc.property(names, (domainNames) => {
    const domainValidationRecords = domainNames.map((name) => recordOf(name));
    const complete = domainValidationRecords.map(({ resourceRecord: { name, value } = {} }) => `${name} CNAME ${value}`);
    const { validationRecords } = attributesOf(pending([], { domainValidationRecords }));
    const returned = validationRecords === '' ? [] : validationRecords.split(', ');
    expect(returned).toEqual(complete.slice(0, returned.length));
    expect(jsonBytes(validationRecords)).toBeLessThanOrEqual(2_000);
    if (returned.length < complete.length) expect(jsonBytes(complete.slice(0, returned.length + 1))).toBeGreaterThan(2_000);
  }));
});
