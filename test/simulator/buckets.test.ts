import { creation, invalid, lightsail, NAME, refusal } from './in-process';
import type { ServiceBehaviour } from '../../simulator';

const REGION = 'eu-west-1';
const named = { bucketName: 'site-content' };
const creationOf = (bucketName: string) => ({ bucketName, bundleId: 'small_1_0' });
const missing = (name: string) => `NotFoundException (DoesNotExist): Requested resource not found: ${name}`;

function withBucket(behaviour: Partial<ServiceBehaviour> = {}) {
  const lit = lightsail(behaviour);
  lit.service.call('CreateBucket', creationOf(named.bucketName), REGION);
  const bucket = () => lit.service.call('GetBuckets', named, REGION).buckets[0];
  return { ...lit, bucket };
}

describe('CreateBucket', () => {
  it('in any Region: private, OK and at once', () => {
    const { service } = lightsail();
    const { bucket, operations } = service.call('CreateBucket', {
      ...creationOf('site-content'), enableObjectVersioning: true, tags: [{ key: 'stage', value: 'test' }],
    }, REGION);
    expect(bucket).toEqual({
      name: 'site-content',
      resourceType: 'Bucket',
      arn: expect.stringMatching(/^arn:aws:lightsail:eu-west-1:123456789012:Bucket\/[0-9a-f-]{36}$/) as unknown,
      supportCode: '123456789012/site-content',
      createdAt: 1780272000,
      location: { availabilityZone: 'all', regionName: REGION },
      url: 'https://site-content.s3.eu-west-1.amazonaws.com/',
      bundleId: 'small_1_0',
      ableToUpdateBundle: true,
      accessRules: { getObject: 'private', allowPublicOverrides: false },
      objectVersioning: 'Enabled',
      readonlyAccessAccounts: [],
      accessLogConfig: { enabled: false },
      state: { code: 'OK' },
      tags: [{ key: 'stage', value: 'test' }],
    });
    expect(operations).toMatchObject([{ operationType: 'CreateBucket', resourceType: 'Bucket', location: { regionName: REGION }, isTerminal: true, status: 'Succeeded' }]);
    expect(service.call('GetBuckets', named, REGION).buckets).toEqual([bucket]);
  });

  it.each(['ab', 'a'.repeat(55), 'Site', 'site.content', 'site--content', '-site', 'site-'])('the name %j is refused', (bucketName) => {
    expect(refusal(() => lightsail().service.call('CreateBucket', creationOf(bucketName), REGION))).toBe(invalid(
      'CreateBucket.bucketName must have 3 to 54 characters, lowercase letters, digits and single hyphens, and neither start nor end with a hyphen, '
      + `got "${bucketName}"`));
  });

  it.each(['abc', 'a'.repeat(54), '1-2-3'])('the name %j is accepted', (bucketName) => {
    lightsail().service.call('CreateBucket', creationOf(bucketName), REGION);
  });

  it('an unknown bundle is refused', () => {
    expect(refusal(() => lightsail().service.call('CreateBucket', { ...named, bundleId: 'tiny_1_0' }, REGION)))
      .toBe(invalid('CreateBucket.bundleId must be one of small_1_0 | medium_1_0 | large_1_0, got "tiny_1_0"'));
  });

  it('a name is unique in the Region across all kinds of resources, and among buckets across Regions', () => {
    const { service } = withBucket();
    const taken = (name: string) => invalid(`Some names are already in use: ${name}`);
    expect(refusal(() => service.call('CreateBucket', creationOf('site-content'), 'us-west-2'))).toBe(taken('site-content'));
    expect(refusal(() => service.call('CreateBucket', creationOf(NAME), 'us-east-1'))).toBe(taken(NAME));
    service.seeds.seedOrigin('web', { regionName: REGION, resourceType: 'Instance' });
    expect(refusal(() => service.call('CreateBucket', creationOf('web'), REGION))).toBe(taken('web'));
    service.call('CreateBucket', creationOf('web'), 'us-east-1');
    expect(refusal(() => service.call('CreateDistribution', creation('web')))).toBe(taken('web'));
    service.call('CreateBucket', creationOf(NAME), REGION);
    service.call('CreateDistribution', creation('site-content'));
  });

  it('an account has 20 buckets', () => {
    const { service } = lightsail();
    for (let index = 0; index < 20; index++) service.call('CreateBucket', creationOf(`bucket-${index}`), index % 2 ? REGION : 'us-east-1');
    expect(refusal(() => service.call('CreateBucket', creationOf('one-more'), REGION))).toBe(invalid('an account can have 20 buckets'));
  });

  it('a creation that fails leaves a bucket in the state Unknown', () => {
    const { service } = lightsail();
    service.faults.add({ operation: 'CreateBucket', kind: 'failedOperation', message: 'timed out' });
    expect(service.call('CreateBucket', creationOf('site-content'), REGION).operations).toMatchObject([{ status: 'Failed', errorDetails: 'timed out' }]);
    expect(service.call('GetBuckets', named, REGION).buckets).toMatchObject([{ state: { code: 'Unknown', message: 'timed out' } }]);
  });
});

describe('GetBuckets', () => {
  it('has the buckets of the Region, page by page', () => {
    const { service } = withBucket({ pageSize: 1 });
    service.call('CreateBucket', creationOf('second'), REGION);
    service.call('CreateBucket', creationOf('elsewhere'), 'us-east-1');
    const first = service.call('GetBuckets', {}, REGION);
    const second = service.call('GetBuckets', { pageToken: first.nextPageToken }, REGION);
    expect([first, second].map(({ buckets }) => buckets.map(({ name }) => name))).toEqual([['site-content'], ['second']]);
    expect(second.nextPageToken).toBeUndefined();
  });

  it('has the instances with access when asked', () => {
    const { service, bucket } = withBucket();
    expect(bucket()).not.toHaveProperty('resourcesReceivingAccess');
    expect(service.call('GetBuckets', { ...named, includeConnectedResources: true }, REGION).buckets).toMatchObject([{ resourcesReceivingAccess: [] }]);
  });

  it.each(['us-east-1', 'us-west-2'])('a bucket of another Region does not exist in %s', (region) => {
    const { service } = withBucket();
    for (const call of [
      () => service.call('GetBuckets', named, region),
      () => service.call('UpdateBucket', named, region),
      () => service.call('UpdateBucketBundle', { ...named, bundleId: 'large_1_0' }, region),
      () => service.call('DeleteBucket', { ...named, forceDelete: true }, region),
    ]) expect(refusal(call)).toBe(missing('site-content'));
  });
});

describe('UpdateBucket, UpdateBucketBundle', () => {
  it('changes what is given and nothing else', () => {
    const { service, bucket } = withBucket();
    const before = bucket();
    service.call('UpdateBucket', { ...named, accessRules: { getObject: 'public' } }, REGION);
    expect(bucket()).toEqual({ ...before, accessRules: { getObject: 'public', allowPublicOverrides: false } });
    const { bucket: updated, operations } = service.call('UpdateBucket', {
      ...named, accessRules: { allowPublicOverrides: true }, versioning: 'Suspended', readonlyAccessAccounts: ['111122223333'],
    }, REGION);
    expect(operations).toMatchObject([{ operationType: 'UpdateBucket', isTerminal: true }]);
    expect(updated).toEqual({
      ...before,
      accessRules: { getObject: 'public', allowPublicOverrides: true },
      objectVersioning: 'Suspended',
      readonlyAccessAccounts: ['111122223333'],
    });
    expect(bucket()).toEqual(updated);
  });

  it.each([
    [{ accessRules: { getObject: 'Public' } }, 'UpdateBucket.accessRules.getObject must be one of public | private, got "Public"'],
    [{ versioning: 'NeverEnabled' }, 'UpdateBucket.versioning must be one of Enabled | Suspended, got "NeverEnabled"'],
    [{ readonlyAccessAccounts: Array.from({ length: 11 }, () => '111122223333') }, 'UpdateBucket.readonlyAccessAccounts must have at most 10 entries, got 11'],
  ])('%j is refused', (input, message) => {
    expect(refusal(() => withBucket().service.call('UpdateBucket', { ...named, ...input }, REGION))).toBe(invalid(message));
  });

  it('the bundle changes once a month', () => {
    const { service, clock, bucket } = withBucket();
    const change = (bundleId: string) => service.call('UpdateBucketBundle', { ...named, bundleId }, REGION);
    expect(refusal(() => change('small_1_0'))).toBe(invalid('the bucket has the bundle small_1_0 already'));
    expect(change('large_1_0').operations).toMatchObject([{ operationType: 'UpdateBucketBundle', isTerminal: true }]);
    expect(bucket()).toMatchObject({ bundleId: 'large_1_0', ableToUpdateBundle: false });
    expect(refusal(() => change('small_1_0'))).toBe(invalid('the bundle of a bucket can be changed once per billing cycle; wait until the next month starts'));
    clock.advance(31 * 86400);
    change('small_1_0');
  });

  it('a write that fails changes nothing', () => {
    const { service, bucket } = withBucket();
    const before = bucket();
    service.faults.add({ operation: '*', kind: 'failedOperation', times: 3 });
    service.call('UpdateBucket', { ...named, versioning: 'Enabled' }, REGION);
    service.call('UpdateBucketBundle', { ...named, bundleId: 'large_1_0' }, REGION);
    service.call('DeleteBucket', named, REGION);
    expect(bucket()).toEqual(before);
  });
});

describe('a bucket as an origin', () => {
  const origin = { name: 'site-content', regionName: REGION };

  it('can be named by a distribution, with private access', () => {
    const { service, read } = withBucket();
    service.call('CreateDistribution', { ...creation('cdn'), origin, enablePrivateOriginAccess: true });
    expect(read('cdn')).toMatchObject({
      origin: { ...origin, resourceType: 'Bucket', protocolPolicy: 'https-only', isPrivateOriginAccessEnabled: true },
      originPublicDNS: 'site-content.s3.eu-west-1.amazonaws.com',
    });
  });

  it('is deleted by force only, and the distribution stays as it is', () => {
    const { service, clock, read } = withBucket();
    service.call('CreateDistribution', { ...creation('cdn'), origin });
    clock.advance(300);
    const before = read('cdn');
    const refused = invalid('the bucket site-content is the origin of the distribution cdn; it can only be force deleted');
    expect(refusal(() => service.call('DeleteBucket', named, REGION))).toBe(refused);
    expect(refusal(() => service.call('DeleteBucket', { ...named, forceDelete: false }, REGION))).toBe(refused);
    service.call('DeleteBucket', { ...named, forceDelete: true }, REGION);
    expect(read('cdn')).toEqual(before);
    expect(refusal(() => service.call('UpdateDistribution', { distributionName: 'cdn', origin }))).toBe(invalid('the origin site-content does not exist in eu-west-1'));
  });

  it('is in use until another origin is deployed', () => {
    const { service, clock } = withBucket();
    service.call('CreateDistribution', { ...creation('cdn'), origin });
    clock.advance(300);
    service.call('UpdateDistribution', { distributionName: 'cdn', origin: creation('cdn').origin });
    expect(refusal(() => service.call('DeleteBucket', named, REGION))).toContain('is the origin of the distribution cdn');
    clock.advance(300);
    expect(service.call('DeleteBucket', named, REGION).operations).toMatchObject([{ operationType: 'DeleteBucket', isTerminal: true }]);
  });

  it('is gone when it is deleted, and its name is free', () => {
    const { service } = withBucket();
    service.call('DeleteBucket', named, REGION);
    expect(refusal(() => service.call('GetBuckets', named, REGION))).toBe(missing('site-content'));
    expect(refusal(() => service.call('CreateDistribution', { ...creation('cdn'), origin }))).toBe(invalid('the origin site-content does not exist in eu-west-1'));
    service.call('CreateBucket', creationOf('site-content'), 'us-west-2');
  });
});

describe('Regions', () => {
  it('tags are those of the resource in the Region', () => {
    const { service, bucket, read } = withBucket();
    const tags = [{ key: 'a', value: 'b' }];
    expect(service.call('TagResource', { resourceName: 'site-content', resourceArn: bucket().arn, tags }, REGION).operations)
      .toMatchObject([{ resourceType: 'Bucket', location: { regionName: REGION } }]);
    expect(bucket().tags).toEqual(tags);
    service.call('UntagResource', { resourceName: 'site-content', tagKeys: ['a'] }, REGION);
    expect(bucket().tags).toEqual([]);

    service.call('CreateBucket', creationOf(NAME), REGION);
    service.call('TagResource', { resourceName: NAME, tags }, REGION);
    expect(service.call('GetBuckets', { bucketName: NAME }, REGION).buckets[0].tags).toEqual(tags);
    expect(read().tags).toEqual([]);
    expect(refusal(() => service.call('TagResource', { resourceName: 'site-content', tags }, 'us-east-1')))
      .toBe('InvalidInputException (DoesNotExist): Requested resource not found: site-content');
  });

  it('operations are those of the Region', () => {
    const { service } = withBucket();
    const [{ id: operationId }] = service.call('GetOperations', {}, REGION).operations;
    expect(service.call('GetOperation', { operationId }, REGION).operation).toMatchObject({ operationType: 'CreateBucket' });
    expect(service.call('GetOperationsForResource', { resourceName: 'site-content' }, REGION).operations).toHaveLength(1);
    expect(service.call('GetOperations', {}).operations).toEqual([]);
    expect(service.call('GetOperationsForResource', { resourceName: 'site-content' }).operations).toEqual([]);
    expect(refusal(() => service.call('GetOperation', { operationId }))).toBe(`NotFoundException (DoesNotExist): Requested operation not found: ${operationId}`);
  });

  it.each(['CreateDistribution', 'CreateCertificate', 'GetCertificates', 'GetDistributionMetricData'] as const)('%s is refused outside of us-east-1', (operation) => {
    expect(refusal(() => lightsail().service.call(operation, {}, REGION)))
      .toBe('InvalidInputException (UnsupportedOperation): Distribution-related APIs are only available in the us-east-1 Region.');
  });
});
