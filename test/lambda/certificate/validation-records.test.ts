import { pending, recordOf, REQUEST } from './request-for-my-cert';
import type { HostedZone } from '../../../lambda/certificate/request';
import { describeRecord, domainNamesWithoutRecord, validationRecordsOf, zoneRecordsOf } from '../../../lambda/certificate/validation-records';

const ROLE = 'arn:aws:iam::444455556666:role/dns';
const cname = (domainName: string) => ({ name: `_name.${domainName}.`, value: `_value-of-${domainName}.acm-validations.aws.` });
const known = (...domainNames: string[]) => validationRecordsOf(pending([], { domainValidationRecords: domainNames.map((name) => recordOf(name)) }));
const zonesOf = (hostedZones: readonly HostedZone[], ...domainNames: string[]) => zoneRecordsOf({ ...REQUEST, hostedZones }, known(...domainNames));

describe('the records that Lightsail returned', () => {
  test('are validated when it has seen them, whatever its own attempt to create them said', () => {
    const domainValidationRecords = [recordOf('example.com', 'SUCCESS'), recordOf('WWW.example.com'), recordOf('a.example.com', 'FAILED')];
    expect(validationRecordsOf(pending([], { domainValidationRecords }))).toEqual([
      { domainName: 'example.com', ...cname('example.com'), isValidated: true },
      { domainName: 'www.example.com', ...cname('WWW.example.com'), isValidated: false },
      { domainName: 'a.example.com', ...cname('a.example.com'), isValidated: false },
    ]);
  });

  test('are none before it returns any, and without their name or value', () => {
    const { resourceRecord: { name, value } = {} } = recordOf('example.com');
    const incomplete = [{ domainName: 'example.com' }, { resourceRecord: { name } }, { resourceRecord: { value } }, { resourceRecord: { name: '', value: '' } }];
    expect(validationRecordsOf({})).toEqual([]);
    expect(validationRecordsOf(pending([], { domainValidationRecords: incomplete }))).toEqual([]);
  });

  test('may be of a name that is missing', () => {
    expect(validationRecordsOf(pending([], { domainValidationRecords: [{ ...recordOf('example.com'), domainName: undefined }] })))
      .toEqual([{ domainName: '', ...cname('example.com'), isValidated: false }]);
  });
});

test('domain names without a record are those that none of the records is for', () => {
  expect(domainNamesWithoutRecord(REQUEST, known('example.com', 'www.example.com'))).toEqual([]);
  expect(domainNamesWithoutRecord(REQUEST, known('WWW.example.com'))).toEqual(['example.com']);
  expect(domainNamesWithoutRecord(REQUEST, [])).toEqual(['example.com', 'www.example.com']);
});

describe('the hosted zone of a record', () => {
  test('is the one of all domain names', () => {
    expect(zonesOf([{ hostedZoneId: 'Z1' }], 'example.com', 'www.example.com')).toStrictEqual([{ hostedZoneId: 'Z1', records: [cname('example.com'), cname('www.example.com')] }]);
  });

  test('is the one of its domain name, however the name is spelled, before the one of all', () => {
    const zones = [{ hostedZoneId: 'Z1' }, { domainName: 'Example.ORG', hostedZoneId: 'Z2' }];
    expect(zonesOf(zones, 'example.com', 'example.org')).toStrictEqual([
      { hostedZoneId: 'Z1', records: [cname('example.com')] }, { hostedZoneId: 'Z2', records: [cname('example.org')] },
    ]);
  });

  test('has the role that may write to it', () => {
    expect(zonesOf([{ hostedZoneId: 'Z1', roleArn: ROLE }], 'example.com')).toStrictEqual([{ hostedZoneId: 'Z1', roleArn: ROLE, records: [cname('example.com')] }]);
  });

  test('may be missing: something else creates the record', () => {
    expect(zonesOf([], 'example.com')).toEqual([]);
    expect(zonesOf([{ domainName: 'example.com', hostedZoneId: 'Z1' }], 'example.com', 'example.org')).toEqual([{ hostedZoneId: 'Z1', records: [cname('example.com')] }]);
  });
});

test('each zone gets one request, with each record once', () => {
  const domainValidationRecords = [recordOf('example.com'), { ...recordOf('example.com'), domainName: 'www.example.com' }, recordOf('a.example.com')];
  const zones = ['example.com', 'www.example.com', 'a.example.com'].map((domainName) => ({ domainName, hostedZoneId: 'Z1' }));
  expect(zoneRecordsOf({ ...REQUEST, hostedZones: zones }, validationRecordsOf(pending([], { domainValidationRecords }))))
    .toEqual([{ hostedZoneId: 'Z1', records: [cname('example.com'), cname('a.example.com')] }]);
});

test('a record is described as a line of a zone file', () => {
  expect(describeRecord({ name: '_a.example.com.', value: '_b.acm-validations.aws.' })).toBe('_a.example.com. CNAME _b.acm-validations.aws.');
});
