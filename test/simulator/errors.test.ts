import { lightsail, named, NAME, refusal } from './in-process';
import { LightsailService } from '../../simulator';

const missing = { distributionName: 'missing' };
const notFound = (type: string) => `${type} (DoesNotExist): Requested resource not found: missing`;

describe('4.1 missing distribution', () => {
  it('reading a missing name is InvalidInputException with the phrase when there are other distributions', () => {
    expect(refusal(() => lightsail().service.call('GetDistributions', missing))).toBe(notFound('InvalidInputException'));
  });

  it('reading a missing name is an empty list when the account has none', () => {
    expect(new LightsailService().call('GetDistributions', missing)).toEqual({ distributions: [] });
  });

  it('switch missingNameOnRead=NotFoundException; the empty list stays', () => {
    expect(refusal(() => lightsail({ missingNameOnRead: 'NotFoundException' }).service.call('GetDistributions', missing))).toBe(notFound('NotFoundException'));
    expect(new LightsailService({ behaviour: { missingNameOnRead: 'NotFoundException' } }).call('GetDistributions', missing)).toEqual({ distributions: [] });
  });

  it.each(['InvalidInputException', 'NotFoundException'] as const)('switch missingNameOnWrite=%s', (missingNameOnWrite) => {
    const { service } = lightsail({ missingNameOnWrite });
    const inputs = {
      UpdateDistribution: missing,
      UpdateDistributionBundle: { ...missing, bundleId: 'large_1_0' },
      DeleteDistribution: missing,
      ResetDistributionCache: missing,
      GetDistributionLatestCacheReset: missing,
      AttachCertificateToDistribution: { ...missing, certificateName: 'cert' },
      DetachCertificateFromDistribution: missing,
      SetIpAddressType: { resourceType: 'Distribution', resourceName: 'missing', ipAddressType: 'ipv4' },
      TagResource: { resourceName: 'missing', tags: [] },
      UntagResource: { resourceName: 'missing', tagKeys: [] },
    };
    for (const [operation, input] of Object.entries(inputs)) {
      expect(refusal(() => service.call(operation as keyof typeof inputs, input))).toBe(notFound(missingNameOnWrite));
    }
  });
});

describe('4.2 other errors', () => {
  it('any Region but us-east-1', () => {
    expect(refusal(() => lightsail().service.call('GetDistributions', {}, 'eu-west-1')))
      .toBe('InvalidInputException (UnsupportedOperation): Distribution-related APIs are only available in the us-east-1 Region.');
  });

  it.each(['ListDistributions', 'toString', '__proto__'])('unknown operation %s', (operation) => {
    expect(lightsail().service.answer({ operation, input: {}, region: 'us-east-1' })).toMatchObject({
      error: { name: 'UnknownOperationException', message: `Unknown operation: ${operation}` },
    });
  });

  it.each([
    ['UpdateDistribution', { ...named, isEnabled: 'true' }, 'UpdateDistribution.isEnabled: expected a boolean, got "true"'],
    ['UpdateDistribution', { ...named, cacheBehaviors: {} }, 'UpdateDistribution.cacheBehaviors: expected a list, got {}'],
    ['UpdateDistribution', { ...named, cacheBehaviorSettings: { defaultTTL: 1.5 } }, 'UpdateDistribution.cacheBehaviorSettings.defaultTTL: expected an integer, got 1.5'],
    ['UpdateDistribution', { ...named, origin: [] }, 'UpdateDistribution.origin: expected an object, got []'],
    ['GetDistributions', { distributionName: 7 }, 'GetDistributions.distributionName: expected a string, got 7'],
    ['GetDistributions', [], 'GetDistributions: expected an object, got []'],
  ] as const)('a member of the wrong type: %s %j', (operation, input, message) => {
    expect(refusal(() => lightsail().service.call(operation, input))).toBe(`SerializationException: ${message}`);
  });

  it('unknown members are ignored, those named like a prototype too', () => {
    const { service, read } = lightsail();
    const before = read();
    service.call('TagResource', JSON.parse(`{"resourceName": "${NAME}", "tags": [], "__proto__": {"polluted": true}, "constructor": 1, "extra": {}}`));
    expect(read()).toEqual(before);
    expect({}).not.toHaveProperty('polluted');
  });
});

describe('1.4 GetDistributions', () => {
  it('10.10 has defaultRootObject and customErrorResponses only when it names the distribution', () => {
    const { service } = lightsail();
    service.seeds.changeOutsideStack(NAME, { defaultRootObject: 'index.html', customErrorResponses: [{ errorCode: 404 }] });
    const [listed] = service.call('GetDistributions', {}).distributions;
    const [single] = service.call('GetDistributions', named).distributions;
    expect(single).toMatchObject({ defaultRootObject: 'index.html', customErrorResponses: [{ errorCode: 404, errorCachingMinTTL: 10 }] });
    const { defaultRootObject, customErrorResponses, ...rest } = service.seeds.distribution(NAME);
    expect(listed).toEqual(rest);
  });

  it('10.15 comes in pages', () => {
    const { service } = lightsail({ pageSize: 2 });
    for (const name of ['cdn-2', 'cdn-3', 'cdn-4', 'cdn-5']) service.seeds.seedDistribution(name);
    const names: string[] = [];
    let pageToken: string | undefined;
    let pages = 0;
    do {
      const page = service.call('GetDistributions', { pageToken });
      names.push(...page.distributions.map(({ name }) => name));
      pageToken = page.nextPageToken;
      pages++;
    } while (pageToken !== undefined);
    expect(names).toEqual([NAME, 'cdn-2', 'cdn-3', 'cdn-4', 'cdn-5']);
    expect(pages).toBe(3);
  });

  it('a last page that is full has no token', () => {
    const { service } = lightsail({ pageSize: 1 });
    expect(service.call('GetDistributions', {}).nextPageToken).toBeUndefined();
  });

  it('a page token that it has not made is refused', () => {
    expect(refusal(() => lightsail().service.call('GetDistributions', { pageToken: 'next' })))
      .toBe('InvalidInputException: pageToken is not valid, got next');
  });
});

describe('1.4 GetDistributionMetricData', () => {
  const input = { ...named, metricName: 'Http4xxErrorRate', startTime: 1, endTime: 2, period: 300, unit: 'Percent', statistics: ['Average'] };

  it('has nothing to report', () => {
    expect(lightsail().service.call('GetDistributionMetricData', input)).toEqual({ metricName: 'Http4xxErrorRate', metricData: [] });
  });

  it('1.5 takes the enum\'s spelling of an error rate, not that of the text, and 1.1 a period from 60 to 86400', () => {
    const { service } = lightsail();
    expect(refusal(() => service.call('GetDistributionMetricData', { ...input, metricName: '4xxErrorRate' }))).toContain('got "4xxErrorRate"');
    expect(refusal(() => service.call('GetDistributionMetricData', { ...input, period: 59 })))
      .toBe('InvalidInputException: GetDistributionMetricData.period must be from 60 to 86400, got 59');
  });
});
