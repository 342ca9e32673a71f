import { creation, invalid, lightsail, named, NAME, refusal } from './in-process';
import { ConnectionCut } from '../../simulator';

const NEW = creation('new-cdn');
const taken = (name: string) => invalid(`Some names are already in use: ${name}`);

function withCertificate(status: 'ISSUED' | 'PENDING_VALIDATION' = 'ISSUED') {
  const lit = lightsail();
  lit.service.seeds.seedCertificate('cert', { domainName: 'example.com', subjectAlternativeNames: ['www.example.com'], status });
  return lit;
}

describe('1.4 CreateDistribution', () => {
  it('carries every setting but isEnabled, and all of it is read back, by name and right away', () => {
    const { service, clock } = withCertificate();
    service.seeds.seedOrigin('files', { regionName: 'eu-west-1', resourceType: 'Bucket' });
    const settings = {
      defaultCacheBehavior: { behavior: 'dont-cache' },
      bundleId: 'medium_1_0',
      cacheBehaviors: [{ path: 'api/*', behavior: 'cache' }],
      ipAddressType: 'ipv4',
      tags: [{ key: 'a', value: 'b' }],
      certificateName: 'cert',
      viewerMinimumTlsProtocolVersion: 'TLSv1.2_2019',
      defaultRootObject: 'index.html',
    };
    const { distribution } = service.call('CreateDistribution', {
      distributionName: 'new-cdn',
      ...settings,
      origin: { name: 'files', regionName: 'eu-west-1', responseTimeout: 5, ipAddressType: 'dualstack' },
      enablePrivateOriginAccess: true,
      cacheBehaviorSettings: { defaultTTL: 0, forwardedCookies: { option: 'all' } },
      customErrorResponses: [{ errorCode: 404, responseCode: '200', responsePagePath: '/index.html' }],
      enableWaf: true,
      wafRules: [{ name: 'AWSManagedRulesCommonRuleSet' }],
      isEnabled: false,
    });
    expect(distribution).toMatchObject({
      ...settings,
      status: 'InProgress',
      origin: {
        name: 'files',
        regionName: 'eu-west-1',
        resourceType: 'Bucket',
        protocolPolicy: 'https-only',
        responseTimeout: 5,
        ipAddressType: 'dualstack',
        isPrivateOriginAccessEnabled: true,
      },
      alternativeDomainNames: ['example.com', 'www.example.com'],
      cacheBehaviorSettings: { defaultTTL: 0, maximumTTL: 31536000, forwardedCookies: { option: 'all' } },
      customErrorResponses: [{ errorCode: 404, responseCode: '200', responsePagePath: '/index.html', errorCachingMinTTL: 10 }],
      waf: { isWafEnabled: true, wafRules: [{ name: 'AWSManagedRulesCommonRuleSet' }] },
      isEnabled: true,
    });
    expect(service.call('GetDistributions', { distributionName: 'new-cdn' }).distributions).toEqual([distribution]);
    clock.advance(300);
    expect(service.call('GetDistributions', { distributionName: 'new-cdn' }).distributions).toEqual([{ ...distribution, status: 'Deployed' }]);
  });

  it('is an operation and a deployment, during which the distribution is busy', () => {
    const { service, clock, read } = lightsail({}, { operationSeconds: 20, deploymentSeconds: 10 });
    const { operation } = service.call('CreateDistribution', NEW);
    expect(operation).toMatchObject({ operationType: 'CreateDistribution', resourceName: 'new-cdn', resourceType: 'Distribution', status: 'Started', isTerminal: false });
    const busy = invalid('The distribution new-cdn is being changed. Please try again in a few minutes.');
    expect(refusal(() => service.call('DeleteDistribution', { distributionName: 'new-cdn' }))).toBe(busy);
    clock.advance(10);
    expect(read('new-cdn').status).toBe('Deployed');
    expect(refusal(() => service.call('DeleteDistribution', { distributionName: 'new-cdn' }))).toBe(busy);
    clock.advance(10);
    expect(service.call('GetOperation', { operationId: operation.id }).operation).toMatchObject({ status: 'Succeeded', isTerminal: true });
    service.call('DeleteDistribution', { distributionName: 'new-cdn' });
  });

  it('switch statusLagSeconds does not make a new distribution look deployed', () => {
    const { service } = lightsail({ statusLagSeconds: 5 });
    expect(service.call('CreateDistribution', NEW).distribution.status).toBe('InProgress');
  });

  it('whose operation fails leaves the distribution, Deployed and with its settings', () => {
    const { service, clock, read } = lightsail();
    service.faults.add({ operation: 'CreateDistribution', kind: 'failedOperation', code: 'NoCapacity', message: 'the edge is full' });
    const { operation, distribution } = service.call('CreateDistribution', { ...NEW, defaultRootObject: 'index.html' });
    clock.advance(300);
    expect(service.call('GetOperation', { operationId: operation.id }).operation)
      .toMatchObject({ status: 'Failed', isTerminal: true, errorCode: 'NoCapacity', errorDetails: 'the edge is full' });
    expect(read('new-cdn')).toEqual({ ...distribution, status: 'Deployed' });
    expect(refusal(() => service.call('CreateDistribution', NEW))).toBe(taken('new-cdn'));
  });

  it('2.3 has no idempotency token: after a lost answer the same call meets the distribution it has made', () => {
    const { service, read } = lightsail();
    service.faults.add({ operation: 'CreateDistribution', kind: 'cutAfter' });
    expect(() => service.call('CreateDistribution', NEW)).toThrow(new ConnectionCut('cutAfter'));
    const made = read('new-cdn');
    expect(refusal(() => service.call('CreateDistribution', NEW))).toBe(taken('new-cdn'));
    expect(read('new-cdn')).toEqual(made);
  });

  it('3.5 a name is taken until the operation that deletes its former owner has ended', () => {
    const { service, clock, read } = lightsail();
    const { arn } = read();
    service.call('DeleteDistribution', named);
    expect(refusal(() => service.call('CreateDistribution', creation(NAME)))).toBe(taken(NAME));
    clock.advance(299);
    expect(refusal(() => service.call('CreateDistribution', creation(NAME)))).toBe(taken(NAME));
    clock.advance(1);
    expect(service.call('CreateDistribution', creation(NAME)).distribution.arn).not.toBe(arn);
  });

  it('2.4 attaches the certificate it names', () => {
    const { service } = withCertificate();
    expect(service.call('CreateDistribution', { ...NEW, certificateName: 'cert' }).distribution)
      .toMatchObject({ certificateName: 'cert', alternativeDomainNames: ['example.com', 'www.example.com'], viewerMinimumTlsProtocolVersion: 'TLSv1.2_2021' });
  });

  it.each([
    ['a certificate that waits for validation', 'PENDING_VALIDATION', {}, { certificateName: 'cert' },
      invalid('only a certificate with the status ISSUED can be attached; cert is PENDING_VALIDATION')],
    ['a certificate in use', 'ISSUED', { certificateName: 'cert' }, { certificateName: 'cert' }, invalid(`the certificate cert is in use by ${NAME}`)],
    ['a certificate that does not exist', 'ISSUED', {}, { certificateName: 'missing' },
      'InvalidInputException (DoesNotExist): Requested resource not found: missing'],
    ['an unknown origin', 'ISSUED', {}, { origin: { name: 'nowhere' } }, invalid('the origin nowhere does not exist')],
    ['an unknown bundle', 'ISSUED', {}, { bundleId: 'huge_1_0' }, invalid('bundleId must be one of small_1_0 | medium_1_0 | large_1_0, got huge_1_0')],
    ['WAF with the small bundle', 'ISSUED', {}, { enableWaf: true }, invalid('WAF is available only for the bundles medium_1_0 and large_1_0, got small_1_0')],
    ['too many tags', 'ISSUED', {}, { tags: Array.from({ length: 51 }, (_, index) => ({ key: `k${index}`, value: 'v' })) },
      invalid('a resource can have 50 tags, got 51')],
  ] as const)('%s is refused, and nothing is created', (_, status, present, input, message) => {
    const { service } = withCertificate(status);
    service.seeds.changeOutsideStack(NAME, present);
    const before = service.snapshot();
    expect(refusal(() => service.call('CreateDistribution', { ...NEW, ...input }))).toBe(message);
    expect(service.snapshot()).toEqual(before);
  });
});

describe('1.4 subdomain on create', () => {
  const create = { ...creation('new-cdn'), subdomainName: 'mysite' };

  it('is created in the course of the operation', () => {
    const { service, clock, read } = lightsail();
    expect(service.call('CreateDistribution', create).distribution.subdomain).toEqual({ name: 'mysite', state: 'Creating' });
    clock.advance(300);
    expect(read('new-cdn').subdomain).toEqual({ name: 'mysite', state: 'Attached' });
  });

  it('10.8 fails: the distribution exists, the operation is Failed, the state is Error', () => {
    const { service, clock, read } = lightsail();
    service.faults.add({ operation: 'CreateDistribution', kind: 'failedOperation', code: 'SubdomainTaken', message: 'mysite is taken' });
    const { operation } = service.call('CreateDistribution', create);
    clock.advance(300);
    expect(service.call('GetOperation', { operationId: operation.id }).operation.status).toBe('Failed');
    expect(read('new-cdn')).toMatchObject({
      status: 'Deployed', subdomain: { name: 'mysite', state: 'Error', errorCode: 'SubdomainTaken', errorDetails: 'mysite is taken' },
    });
  });

  it('has a name of one or two labels', () => {
    expect(refusal(() => lightsail().service.call('CreateDistribution', { ...create, subdomainName: 'a.b.c' }))).toBe(
      invalid('CreateDistribution.subdomainName must have one or two labels of lowercase letters, digits and -, 39 characters at most, got "a.b.c"'));
  });
});
