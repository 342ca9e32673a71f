import { lightsail, named, refusal } from './in-process';
import type { LightsailService, ServiceBehaviour } from '../../simulator';

const HOUR = 3_600;
const DAY = 24 * HOUR;

function requested(input: object = {}, behaviour: Partial<ServiceBehaviour> = {}) {
  const lit = lightsail(behaviour);
  lit.service.call('CreateCertificate', { certificateName: 'cert', domainName: 'example.com', subjectAlternativeNames: ['www.example.com'], ...input });
  return { ...lit, detail: () => detailOf(lit.service, 'cert') };
}

const detailOf = (service: LightsailService, certificateName: string) => service.call('GetCertificates', { certificateName }).certificates[0].certificateDetail!;

function createRecords(service: LightsailService, certificateName = 'cert'): void {
  const { domainValidationRecords } = detailOf(service, certificateName);
  for (const { resourceRecord: { name, value } } of domainValidationRecords) service.seeds.seedDnsRecord(name, { value });
}

test('a certificate is issued when all its records exist, and not before', () => {
  const { service, clock, detail } = requested({}, { issueSeconds: 300 });
  const [first, second] = detail().domainValidationRecords.map(({ resourceRecord }) => resourceRecord);
  service.seeds.seedDnsRecord(first.name, { value: first.value });
  service.seeds.seedDnsRecord(second.name, { value: '_something-else.acm-validations.aws.' });
  clock.advance(DAY);
  expect(detail()).toMatchObject({ status: 'PENDING_VALIDATION', domainValidationRecords: [{ validationStatus: 'SUCCESS' }, { validationStatus: 'PENDING_VALIDATION' }] });
  service.seeds.seedDnsRecord(second.name, { value: second.value });
  expect(detail().status).toBe('PENDING_VALIDATION');
  clock.advance(299);
  expect(detail().status).toBe('PENDING_VALIDATION');
  clock.advance(1);
  expect(detail()).toMatchObject({ status: 'ISSUED', domainValidationRecords: [{ validationStatus: 'SUCCESS' }, { validationStatus: 'SUCCESS' }] });
});

test('a record that is removed before the certificate is issued starts the validation again', () => {
  const { service, clock, detail } = requested({}, { issueSeconds: 300 });
  createRecords(service);
  expect(detail().status).toBe('PENDING_VALIDATION');
  clock.advance(200);
  service.seeds.seedDnsRecord(detail().domainValidationRecords[0].resourceRecord.name, { value: null });
  expect(detail().status).toBe('PENDING_VALIDATION');
  createRecords(service);
  expect(detail().status).toBe('PENDING_VALIDATION');
  clock.advance(200);
  expect(detail().status).toBe('PENDING_VALIDATION');
  clock.advance(100);
  expect(detail().status).toBe('ISSUED');
});

test('without its records the validation times out after 72 hours', () => {
  const { clock, detail } = requested();
  clock.advance(72 * HOUR - 1);
  expect(detail().status).toBe('PENDING_VALIDATION');
  clock.advance(1);
  expect(detail()).toMatchObject({ status: 'VALIDATION_TIMED_OUT', domainValidationRecords: [{ validationStatus: 'FAILED' }, { validationStatus: 'FAILED' }] });
});

test.each(['www.amazonaws.com', 'x.cloudfront.net', 'elasticbeanstalk.com'])('no certificate is issued for %s', (domainName) => {
  expect(requested({ domainName }).detail()).toMatchObject({ status: 'FAILED', requestFailureReason: 'DOMAIN_NOT_ALLOWED' });
});

test('a reserved domain has no validation records', () => {
  expect(requested({ domainName: 'site.test', subjectAlternativeNames: [] }).detail()).toMatchObject({ status: 'PENDING_VALIDATION', domainValidationRecords: [] });
});

test('switch validationRecordSeconds: a new certificate has no records yet', () => {
  const { clock, detail } = requested({}, { validationRecordSeconds: 15 });
  expect(detail().domainValidationRecords).toEqual([]);
  clock.advance(15);
  expect(detail().domainValidationRecords).toHaveLength(2);
});

test.each([['perDomain', true], ['perCertificate', false]] as const)('switch validationRecords=%s: two certificates of one domain have the same record: %s', (validationRecords, isSame) => {
  const { service, detail } = requested({}, { validationRecords });
  service.call('CreateCertificate', { certificateName: 'cert-2', domainName: 'example.com' });
  const [first] = detail().domainValidationRecords;
  expect(JSON.stringify(detailOf(service, 'cert-2').domainValidationRecords[0].resourceRecord) === JSON.stringify(first.resourceRecord)).toBe(isSame);
});

test('switch dnsRecordCreation=SUCCEEDED: Lightsail creates the records itself', () => {
  expect(requested({}, { dnsRecordCreation: 'SUCCEEDED' }).detail())
    .toMatchObject({ status: 'ISSUED', domainValidationRecords: [{ dnsRecordCreationState: { code: 'SUCCEEDED' } }, {}] });
});

describe('an issued certificate', () => {
  const inUse = () => {
    const lit = requested();
    createRecords(lit.service);
    expect(lit.detail().status).toBe('ISSUED');
    lit.update({ certificateName: 'cert', useDefaultCertificate: false });
    return lit;
  };

  test('is renewed while it is in use and its records exist', () => {
    const { clock, detail } = inUse();
    const { notAfter } = detail();
    clock.advance(394 * DAY);
    expect(detail()).toMatchObject({ status: 'ISSUED', renewalSummary: { renewalStatus: 'Success' } });
    expect(detail().notAfter).toBeGreaterThan(notAfter!);
  });

  test('whose record was deleted expires', () => {
    const { service, clock, detail } = inUse();
    service.seeds.seedDnsRecord(detail().domainValidationRecords[1].resourceRecord.name, { value: null });
    clock.advance(394 * DAY);
    expect(detail()).toMatchObject({ status: 'ISSUED', renewalSummary: { renewalStatus: 'PendingValidation' } });
    clock.advance(2 * DAY);
    expect(detail()).toMatchObject({ status: 'EXPIRED', renewalSummary: { renewalStatus: 'Failed' } });
  });

  test.each([['inUseUntilDeployed', 1], ['notInUse', 0]] as const)('switch replacedCertificate=%s: in use by %i during the deployment that detaches it', (replacedCertificate, count) => {
    const { service, clock, update, detail } = requested({}, { replacedCertificate });
    createRecords(service);
    update({ certificateName: 'cert', useDefaultCertificate: false });
    service.call('UpdateDistribution', { ...named, useDefaultCertificate: true });
    expect(detail().inUseResourceCount).toBe(count);
    clock.advance(300);
    expect(detail().inUseResourceCount).toBe(0);
  });

  test('that is replaced is in use until the deployment is complete, also after the operation has ended', () => {
    const { service, clock, update } = lightsail({}, { operationSeconds: 10, deploymentSeconds: 20 });
    service.seeds.seedCertificate('cert', { domainName: 'example.com' });
    update({ certificateName: 'cert', useDefaultCertificate: false });
    service.call('UpdateDistribution', { ...named, useDefaultCertificate: true });
    clock.advance(19);
    expect(detailOf(service, 'cert').inUseResourceCount).toBe(1);
    clock.advance(1);
    expect(detailOf(service, 'cert').inUseResourceCount).toBe(0);
  });
});

test('an account has 20 requests in 365 days; deleting a certificate gives no request back', () => {
  const { service, clock } = lightsail();
  const request = (index: number) => {
    service.call('CreateCertificate', { certificateName: `cert-${index}`, domainName: 'example.com' });
    service.call('DeleteCertificate', { certificateName: `cert-${index}` });
  };
  for (let index = 0; index < 20; index++) request(index);
  expect(refusal(() => request(20))).toBe('InvalidInputException: Sorry, you\'ve requested too many certificates for your account.');
  clock.advance(365 * DAY);
  request(20);
});
