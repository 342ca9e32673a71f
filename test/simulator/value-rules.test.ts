import { creation, invalid, lightsail, NAME, refusal } from './in-process';

describe('2.3 cross-field and value rules', () => {
  it.each([
    ['allowed methods in another order', { cacheBehaviorSettings: { allowedHTTPMethods: 'HEAD,GET' } },
      'UpdateDistribution.cacheBehaviorSettings.allowedHTTPMethods must be one of GET,HEAD | GET,HEAD,OPTIONS | GET,HEAD,OPTIONS,PUT,PATCH,POST,DELETE, got "HEAD,GET"'],
    ['cached methods beyond OPTIONS', { cacheBehaviorSettings: { cachedHTTPMethods: 'GET,HEAD,OPTIONS,PUT,PATCH,POST,DELETE' } },
      'UpdateDistribution.cacheBehaviorSettings.cachedHTTPMethods must be one of GET,HEAD | GET,HEAD,OPTIONS, got "GET,HEAD,OPTIONS,PUT,PATCH,POST,DELETE"'],
    ['minimum TTL above 0 with all headers', { cacheBehaviorSettings: { minimumTTL: 1, forwardedHeaders: { option: 'all' } } },
      'minimumTTL must be 0 when all headers are forwarded'],
    ['minimum above default', { cacheBehaviorSettings: { minimumTTL: 11, defaultTTL: 10 } }, 'minimumTTL must not be greater than defaultTTL'],
    ['default above maximum', { cacheBehaviorSettings: { defaultTTL: 11, maximumTTL: 10 } }, 'defaultTTL must not be greater than maximumTTL'],
    ['default above the default maximum', { cacheBehaviorSettings: { defaultTTL: 31536001 } }, 'defaultTTL must not be greater than maximumTTL'],
    ['negative TTL', { cacheBehaviorSettings: { minimumTTL: -1 } }, 'UpdateDistribution.cacheBehaviorSettings.minimumTTL must not be negative, got -1'],
    ['cookie allow-list without a list', { cacheBehaviorSettings: { forwardedCookies: { option: 'allow-list' } } },
      'cookiesAllowList must have entries when the option of forwardedCookies is allow-list'],
    ['header allow-list with an empty list', { cacheBehaviorSettings: { forwardedHeaders: { option: 'allow-list', headersAllowList: [] } } },
      'headersAllowList must have entries when the option of forwardedHeaders is allow-list'],
    ['unknown cookie option', { cacheBehaviorSettings: { forwardedCookies: { option: 'default' } } },
      'UpdateDistribution.cacheBehaviorSettings.forwardedCookies.option must be one of none | allow-list | all, got "default"'],
    ['unknown header', { cacheBehaviorSettings: { forwardedHeaders: { option: 'allow-list', headersAllowList: ['Host', 'X-Mine'] } } },
      'UpdateDistribution.cacheBehaviorSettings.forwardedHeaders.headersAllowList[1] must be one of Accept | Accept-Charset | Accept-Datetime | Accept-Encoding | Accept-Language | Authorization | CloudFront-Forwarded-Proto | CloudFront-Is-Desktop-Viewer | CloudFront-Is-Mobile-Viewer | CloudFront-Is-SmartTV-Viewer | CloudFront-Is-Tablet-Viewer | CloudFront-Viewer-Country | Host | Origin | Referer, got "X-Mine"'],
    ['unknown behaviour', { defaultCacheBehavior: { behavior: 'no-cache' } },
      'UpdateDistribution.defaultCacheBehavior.behavior must be one of cache | dont-cache, got "no-cache"'],
    ['unknown TLS version', { viewerMinimumTlsProtocolVersion: 'TLSv1.3' },
      'UpdateDistribution.viewerMinimumTlsProtocolVersion must be one of TLSv1.1_2016 | TLSv1.2_2018 | TLSv1.2_2019 | TLSv1.2_2021, got "TLSv1.3"'],
    ['error code that is none', { customErrorResponses: [{ errorCode: 200 }] },
      'UpdateDistribution.customErrorResponses[0].errorCode must be from 400 to 599, got 200'],
    ['error page without leading slash', { customErrorResponses: [{ errorCode: 404, responsePagePath: '404.html' }] },
      'UpdateDistribution.customErrorResponses[0].responsePagePath must start with /, got "404.html"'],
    ['unknown origin', { origin: { name: 'nowhere' } }, 'the origin nowhere does not exist'],
    ['origin in another Region', { origin: { name: `${NAME}-origin`, regionName: 'eu-west-1' } }, `the origin ${NAME}-origin does not exist in eu-west-1`],
    ['unknown origin protocol', { origin: { name: `${NAME}-origin`, protocolPolicy: 'match-viewer' } },
      'UpdateDistribution.origin.protocolPolicy must be one of http-only | https-only, got "match-viewer"'],
  ])('%s is refused, and nothing changes', (_, input, message) => {
    const { service, read, update } = lightsail();
    const before = read();
    expect(refusal(() => update(input))).toBe(invalid(message));
    expect(read()).toEqual(before);
    expect(service.call('GetOperations', {}).operations).toEqual([]);
  });

  it('TTLs of 0 are values', () => {
    const { update, read } = lightsail();
    update({ cacheBehaviorSettings: { defaultTTL: 0, minimumTTL: 0, maximumTTL: 0 } });
    expect(read().cacheBehaviorSettings).toMatchObject({ defaultTTL: 0, minimumTTL: 0, maximumTTL: 0 });
  });

  it('switch allHeadersWithZeroDefaultTtl: accepted, or refused', () => {
    const input = { cacheBehaviorSettings: { defaultTTL: 0, forwardedHeaders: { option: 'all' } } };
    const lenient = lightsail();
    lenient.update(input);
    expect(lenient.read().cacheBehaviorSettings.forwardedHeaders?.option).toBe('all');
    const strict = lightsail({ allHeadersWithZeroDefaultTtl: 'refused' });
    expect(refusal(() => strict.update(input))).toBe(invalid('defaultTTL must be greater than 0 when all headers are forwarded'));
  });

  it.each([true, false])('a query string list is only round-tripped, with option %s', (option) => {
    const { update, read } = lightsail();
    update({ cacheBehaviorSettings: { forwardedQueryStrings: { option, queryStringsAllowList: ['q', 'page'] } } });
    expect(read().cacheBehaviorSettings.forwardedQueryStrings).toEqual({ option, queryStringsAllowList: ['q', 'page'] });
  });

  it('paths are not normalised', () => {
    const { update, read } = lightsail();
    const cacheBehaviors = [{ path: '/path1', behavior: 'cache' }, { path: 'var/www/html/*.html', behavior: 'dont-cache' }];
    update({ cacheBehaviors });
    expect(read().cacheBehaviors).toEqual(cacheBehaviors);
  });

  it('an origin can be in any Region; the same name in two Regions needs the Region', () => {
    const { service, update, read } = lightsail();
    service.seeds.seedOrigin('web', { regionName: 'eu-west-1', resourceType: 'LoadBalancer' });
    service.seeds.seedOrigin('web', { regionName: 'ap-south-1', resourceType: 'ContainerService' });
    expect(refusal(() => update({ origin: { name: 'web' } }))).toBe(invalid('origin.regionName is required: web exists in eu-west-1, ap-south-1'));
    update({ origin: { name: 'web', regionName: 'ap-south-1' } });
    expect(read().origin).toMatchObject({ name: 'web', regionName: 'ap-south-1', resourceType: 'ContainerService' });
  });

  it.each(['a', '-ab', 'ab-', 'my.cdn', 'a'.repeat(256), ''])('the name %j is refused', (distributionName) => {
    const { service } = lightsail();
    expect(refusal(() => service.call('GetDistributions', { distributionName }))).toBe(invalid(
      `GetDistributions.distributionName must have 2 to 255 characters, letters, digits, _ and -, and neither start nor end with -, got ${JSON.stringify(distributionName)}`));
  });
});

describe('2.3 names are unique across all Lightsail resources of the Region', () => {
  it.each(['my-cdn', 'my-cdn-origin', 'my-certificate'])('%s is taken', (name) => {
    const { service } = lightsail();
    service.seeds.seedCertificate('my-certificate', { domainName: 'example.com' });
    expect(refusal(() => service.call('CreateDistribution', creation(name)))).toBe(invalid(`Some names are already in use: ${name}`));
    expect(refusal(() => service.call('CreateCertificate', { certificateName: name, domainName: 'example.org' })))
      .toBe(invalid(`Some names are already in use: ${name}`));
  });

  it('a name in another Region is not', () => {
    const { service } = lightsail();
    service.seeds.seedOrigin('web', { regionName: 'eu-west-1', resourceType: 'Instance' });
    expect(service.call('CreateDistribution', creation('web')).distribution.name).toBe('web');
  });
});
