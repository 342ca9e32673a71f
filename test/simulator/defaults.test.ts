import { creation, DEFAULT_CACHE_SETTINGS, lightsail, NAME } from './in-process';

describe('2.2 defaults the service fills in', () => {
  it('on create', () => {
    const { service } = lightsail();
    const { distribution } = service.call('CreateDistribution', creation('new-cdn'));
    expect(distribution).toEqual({
      name: 'new-cdn',
      arn: expect.stringMatching(/^arn:aws:lightsail:us-east-1:123456789012:Distribution\/[0-9a-f-]{36}$/),
      supportCode: expect.stringMatching(/^123456789012\/\w{13}$/),
      createdAt: Date.parse('2026-06-01T00:00:00Z') / 1000,
      location: { availabilityZone: 'all', regionName: 'us-east-1' },
      resourceType: 'Distribution',
      alternativeDomainNames: [],
      status: 'InProgress',
      isEnabled: true,
      domainName: expect.stringMatching(/^d[a-z0-9]{13}\.cloudfront\.net$/),
      bundleId: 'small_1_0',
      certificateName: undefined,
      origin: {
        name: `${NAME}-origin`,
        regionName: 'us-east-1',
        resourceType: 'Instance',
        protocolPolicy: 'http-only',
        responseTimeout: 30,
        ipAddressType: 'ipv4',
        isPrivateOriginAccessEnabled: false,
      },
      originPublicDNS: `${NAME}-origin.us-east-1.compute.amazonaws.com`,
      defaultCacheBehavior: { behavior: 'cache' },
      cacheBehaviorSettings: DEFAULT_CACHE_SETTINGS,
      cacheBehaviors: [],
      ableToUpdateBundle: true,
      ipAddressType: 'dualstack',
      tags: [],
      viewerMinimumTlsProtocolVersion: undefined,
      defaultRootObject: undefined,
      customErrorResponses: [],
      waf: { isWafEnabled: false, wafRules: [] },
      subdomain: undefined,
    });
  });

  it('the header option default is taken and given back', () => {
    const { update, read } = lightsail();
    update({ cacheBehaviorSettings: { forwardedHeaders: { option: 'none' } } });
    expect(read().cacheBehaviorSettings.forwardedHeaders).toEqual({ option: 'none', headersAllowList: [] });
    update({ cacheBehaviorSettings: { forwardedHeaders: { option: 'default' } } });
    expect(read().cacheBehaviorSettings.forwardedHeaders).toEqual({ option: 'default', headersAllowList: [] });
  });

  it('switch headersNoneReadsAs=default', () => {
    const { update, read } = lightsail({ headersNoneReadsAs: 'default' });
    update({ cacheBehaviorSettings: { forwardedHeaders: { option: 'none' } } });
    expect(read().cacheBehaviorSettings.forwardedHeaders?.option).toBe('default');
  });

  it('switch emptyAllowLists=missing', () => {
    const { update, read } = lightsail({ emptyAllowLists: 'missing' });
    update({ cacheBehaviorSettings: { forwardedCookies: { option: 'allow-list', cookiesAllowList: ['a'] } } });
    expect(read().cacheBehaviorSettings).toMatchObject({
      forwardedCookies: { option: 'allow-list', cookiesAllowList: ['a'] },
      forwardedHeaders: { option: 'default', headersAllowList: undefined },
      forwardedQueryStrings: { option: false, queryStringsAllowList: undefined },
    });
  });

  it('a bucket is always asked over HTTPS', () => {
    const { service, update, read } = lightsail();
    service.seeds.seedOrigin('files', { regionName: 'eu-west-1', resourceType: 'Bucket' });
    update({ origin: { name: 'files', regionName: 'eu-west-1', protocolPolicy: 'http-only' } });
    expect(read()).toMatchObject({
      origin: { resourceType: 'Bucket', protocolPolicy: 'https-only' },
      originPublicDNS: 'files.s3.eu-west-1.amazonaws.com',
    });
  });

  it('an error page is cached for 10 seconds', () => {
    const { update, read } = lightsail();
    update({ customErrorResponses: [{ errorCode: 404 }, { errorCode: 503, errorCachingMinTTL: 0 }] });
    expect(read().customErrorResponses).toEqual([{ errorCode: 404, errorCachingMinTTL: 10 }, { errorCode: 503, errorCachingMinTTL: 0 }]);
  });

  it('the TLS version is TLSv1.2_2021 once a certificate is on', () => {
    const { service, update, read } = lightsail();
    service.seeds.seedCertificate('cert', { domainName: 'example.com' });
    update({ certificateName: 'cert', useDefaultCertificate: false });
    expect(read().viewerMinimumTlsProtocolVersion).toBe('TLSv1.2_2021');
  });

  it('switch originIpAddressType', () => {
    const { read } = lightsail({ originIpAddressType: 'dualstack' });
    expect(read().origin.ipAddressType).toBe('dualstack');
  });
});
