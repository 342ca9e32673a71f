import { invalid, lightsail, named, NAME, refusal } from './in-process';
import type { ServiceBehaviour } from '../../simulator';

const DOMAINS = ['example.com', 'www.example.com'];
const attach = { certificateName: 'cert', useDefaultCertificate: false };

function withCertificates(behaviour: Partial<ServiceBehaviour> = {}) {
  const lit = lightsail(behaviour);
  lit.service.seeds.seedCertificate('cert', { domainName: 'example.com', subjectAlternativeNames: ['www.example.com'] });
  lit.service.seeds.seedCertificate('other-cert', { domainName: 'example.org' });
  return lit;
}

describe('2.4 certificates', () => {
  it('Attach sets the name and the domains, Detach clears both; each is a deployment', () => {
    const { service, clock, read } = withCertificates();
    expect(service.call('AttachCertificateToDistribution', { ...named, certificateName: 'cert' }).operation)
      .toMatchObject({ operationType: 'AttachCertificateToDistribution', isTerminal: false });
    expect(read()).toMatchObject({ status: 'InProgress', certificateName: 'cert', alternativeDomainNames: DOMAINS });
    clock.advance(300);
    expect(service.call('DetachCertificateFromDistribution', named).operation)
      .toMatchObject({ operationType: 'DetachCertificateFromDistribution', isTerminal: false });
    expect(read()).toMatchObject({ status: 'InProgress', certificateName: undefined, alternativeDomainNames: [] });
  });

  it('UpdateDistribution attaches with useDefaultCertificate false, swaps in one call, and goes back with true', () => {
    const { update, read } = withCertificates();
    update(attach);
    expect(read()).toMatchObject({ certificateName: 'cert', alternativeDomainNames: DOMAINS });
    update({ certificateName: 'other-cert', useDefaultCertificate: false });
    expect(read()).toMatchObject({ certificateName: 'other-cert', alternativeDomainNames: ['example.org'] });
    update({ useDefaultCertificate: true });
    expect(read()).toMatchObject({ certificateName: undefined, alternativeDomainNames: [] });
  });

  it('useDefaultCertificate false alone changes nothing', () => {
    const { update, read } = withCertificates();
    update(attach);
    update({ useDefaultCertificate: false });
    expect(read().certificateName).toBe('cert');
  });

  it('switch omittedUseDefaultCertificate: unchanged, or drops the certificate', () => {
    const keeping = withCertificates();
    keeping.update(attach);
    keeping.update({ isEnabled: false });
    expect(keeping.read().certificateName).toBe('cert');
    const dropping = withCertificates({ omittedUseDefaultCertificate: 'true' });
    dropping.update(attach);
    dropping.update({ isEnabled: false });
    expect(dropping.read()).toMatchObject({ certificateName: undefined, alternativeDomainNames: [] });
  });

  it('switch certificateNameAlone: attaches, or is recorded and not served', () => {
    const lenient = withCertificates();
    lenient.update({ certificateName: 'cert' });
    expect(lenient.read()).toMatchObject({ certificateName: 'cert', alternativeDomainNames: DOMAINS });
    const strict = withCertificates({ certificateNameAlone: 'notServed' });
    strict.update({ certificateName: 'cert' });
    expect(strict.read()).toMatchObject({ certificateName: 'cert', alternativeDomainNames: [] });
    strict.update(attach);
    expect(strict.read()).toMatchObject({ certificateName: 'cert', alternativeDomainNames: DOMAINS });
  });

  it('switch certificateSwap=refused', () => {
    const { update } = withCertificates({ certificateSwap: 'refused' });
    update(attach);
    expect(refusal(() => update({ certificateName: 'other-cert', useDefaultCertificate: false })))
      .toBe(invalid('the distribution has the certificate cert; detach it first'));
  });

  it('a distribution has one certificate, and detaching needs one', () => {
    const { service, update } = withCertificates();
    expect(refusal(() => service.call('DetachCertificateFromDistribution', named))).toBe(invalid(`the distribution ${NAME} has no certificate`));
    update(attach);
    expect(refusal(() => service.call('AttachCertificateToDistribution', { ...named, certificateName: 'other-cert' })))
      .toBe(invalid('the distribution has the certificate cert; detach it first'));
  });

  it('certificateName with useDefaultCertificate true is a contradiction', () => {
    expect(refusal(() => withCertificates().update({ certificateName: 'cert', useDefaultCertificate: true })))
      .toBe(invalid('certificateName and useDefaultCertificate true exclude each other'));
  });

  it.each(['PENDING_VALIDATION', 'INACTIVE', 'EXPIRED', 'VALIDATION_TIMED_OUT', 'REVOKED', 'FAILED'] as const)('a %s certificate cannot be attached', (status) => {
    const { service, update } = withCertificates();
    service.seeds.seedCertificate('cert', { domainName: 'example.com', status });
    const message = invalid(`only a certificate with the status ISSUED can be attached; cert is ${status}`);
    expect(refusal(() => update(attach))).toBe(message);
    expect(refusal(() => service.call('AttachCertificateToDistribution', { ...named, certificateName: 'cert' }))).toBe(message);
  });

  it('a domain is in use on one distribution only, and so is a certificate', () => {
    const { service, update } = withCertificates();
    update(attach);
    service.seeds.seedDistribution('second');
    service.seeds.seedCertificate('same-domain', { domainName: 'example.net', subjectAlternativeNames: ['www.example.com'] });
    expect(refusal(() => service.call('UpdateDistribution', { distributionName: 'second', ...attach })))
      .toBe(invalid(`the certificate cert is in use by ${NAME}`));
    expect(refusal(() => service.call('AttachCertificateToDistribution', { distributionName: 'second', certificateName: 'same-domain' })))
      .toBe(invalid('the domain www.example.com is in use by another distribution'));
  });

  it.each(['InvalidInputException', 'NotFoundException'] as const)('switch missingCertificate=%s', (missingCertificate) => {
    const { service, update } = withCertificates({ missingCertificate });
    const message = `${missingCertificate} (DoesNotExist): Requested resource not found: missing`;
    expect(refusal(() => update({ certificateName: 'missing', useDefaultCertificate: false }))).toBe(message);
    expect(refusal(() => service.call('DeleteCertificate', { certificateName: 'missing' }))).toBe(message);
  });
});

describe('2.4 CreateCertificate, DeleteCertificate', () => {
  it('a new certificate waits for validation and comes with the records to make', () => {
    const { service } = lightsail();
    const { certificate, operations } = service.call('CreateCertificate', {
      certificateName: 'new-cert', domainName: 'example.com', subjectAlternativeNames: ['www.example.com'], tags: [{ key: 'a', value: 'b' }],
    });
    expect(operations).toMatchObject([{ operationType: 'CreateCertificate', resourceType: 'Certificate', isTerminal: true }]);
    const record = (domainName: string) => ({
      domainName,
      dnsRecordCreationState: { code: 'FAILED', message: 'User not authorized' },
      validationStatus: 'PENDING_VALIDATION',
      resourceRecord: {
        name: expect.stringMatching(new RegExp(`^_[0-9a-f]{32}\\.${domainName}\\.$`)), type: 'CNAME', value: expect.stringMatching(/^_[0-9a-f]{32}\.acm-validations\.aws\.$/),
      },
    });
    const arn = expect.stringMatching(/^arn:aws:lightsail:us-east-1:123456789012:Certificate\/[0-9a-f-]{36}$/);
    expect(certificate).toEqual({
      certificateArn: arn,
      certificateName: 'new-cert',
      domainName: 'example.com',
      tags: [{ key: 'a', value: 'b' }],
      certificateDetail: {
        arn,
        name: 'new-cert',
        domainName: 'example.com',
        status: 'PENDING_VALIDATION',
        subjectAlternativeNames: DOMAINS,
        domainValidationRecords: DOMAINS.map(record),
        inUseResourceCount: 0,
        keyAlgorithm: 'RSA-2048',
        createdAt: 1780272000,
        tags: [{ key: 'a', value: 'b' }],
      },
    });
  });

  it.each([
    [{ domainName: '*.example.com' }, 'CreateCertificate.domainName must be a domain name without wildcard, got "*.example.com"'],
    [{ domainName: 'example.com', subjectAlternativeNames: Array.from({ length: 10 }, (_, index) => `w${index}.example.com`) },
      'CreateCertificate.subjectAlternativeNames must have at most 9 entries, got 10'],
  ])('is refused: %j', (input, message) => {
    expect(refusal(() => lightsail().service.call('CreateCertificate', { certificateName: 'new-cert', ...input }))).toBe(invalid(message));
  });

  it('2.7 an account has 10 active certificates; expired ones do not count', () => {
    const { service } = lightsail();
    for (let index = 0; index < 10; index++) service.seeds.seedCertificate(`cert-${index}`, { domainName: 'example.com' });
    expect(refusal(() => service.call('CreateCertificate', { certificateName: 'one-more', domainName: 'example.com' })))
      .toBe(invalid('an account can have 10 active certificates'));
    service.seeds.seedCertificate('cert-0', { domainName: 'example.com', status: 'EXPIRED' });
    service.call('CreateCertificate', { certificateName: 'one-more', domainName: 'example.com' });
  });

  it('a certificate in use cannot be deleted', () => {
    const { service, update } = withCertificates();
    update(attach);
    expect(refusal(() => service.call('DeleteCertificate', { certificateName: 'cert' }))).toBe(invalid(`the certificate cert is in use by ${NAME}`));
    update({ useDefaultCertificate: true });
    expect(service.call('DeleteCertificate', { certificateName: 'cert' }).operations).toMatchObject([{ operationType: 'DeleteCertificate', isTerminal: true }]);
    expect(service.call('GetCertificates', { certificateName: 'cert' }).certificates).toEqual([]);
  });
});

describe('1.4 GetCertificates', () => {
  it('has the detail when asked, and when it names the certificate', () => {
    const { service, update } = withCertificates();
    update(attach);
    expect(service.call('GetCertificates', {}).certificates[0].certificateDetail).toBeUndefined();
    expect(service.call('GetCertificates', { includeCertificateDetails: true }).certificates[0].certificateDetail).toBeDefined();
    expect(service.call('GetCertificates', { certificateName: 'cert' }).certificates)
      .toMatchObject([{ certificateName: 'cert', certificateDetail: { status: 'ISSUED', inUseResourceCount: 1, domainValidationRecords: [{ validationStatus: 'SUCCESS' }, {}] } }]);
  });

  it('filters by status', () => {
    const { service } = withCertificates();
    service.seeds.seedCertificate('old', { domainName: 'example.net', status: 'EXPIRED' });
    const names = (certificateStatuses: readonly string[]) =>
      service.call('GetCertificates', { certificateStatuses }).certificates.map(({ certificateName }) => certificateName);
    expect(names(['EXPIRED', 'FAILED'])).toEqual(['old']);
    expect(names([])).toEqual(['cert', 'other-cert', 'old']);
  });

  it('switch missingCertificateOnRead: an empty list, or an error', () => {
    expect(lightsail().service.call('GetCertificates', { certificateName: 'missing' }).certificates).toEqual([]);
    const { service } = lightsail({ missingCertificateOnRead: 'NotFoundException' });
    expect(refusal(() => service.call('GetCertificates', { certificateName: 'missing' })))
      .toBe('NotFoundException (DoesNotExist): Requested resource not found: missing');
  });
});
