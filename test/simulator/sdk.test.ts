import * as lightsail from '@aws-sdk/client-lightsail';
import { Simulator, startSimulator } from '../../simulator';

const NAME = 'my-cdn';
const named = { distributionName: NAME };
let simulator: Simulator;

function clientFor({ endpoint = simulator.url, region = 'us-east-1', maxAttempts = 1 } = {}) {
  return new lightsail.LightsailClient({
    endpoint, region, maxAttempts, credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
  });
}

/** The SDK client, unchanged except for the endpoint. */
let client: lightsail.LightsailClient;

beforeAll(async () => {
  simulator = await startSimulator({ clock: 'manual', behaviour: { pageSize: 2, missingNameOnWrite: 'NotFoundException' } });
  client = clientFor();
});
beforeEach(() => simulator.control.reset());
afterAll(async () => {
  client.destroy();
  await simulator.close();
});

describe('9 the AWS SDK for JavaScript over HTTP', () => {
  it('creates, meets a busy distribution, follows the operation, reads, updates and deletes', async () => {
    await simulator.control.seedOrigin('web', { regionName: 'eu-west-1', resourceType: 'Instance' });
    const created = await client.send(new lightsail.CreateDistributionCommand({
      ...named,
      origin: { name: 'web', regionName: 'eu-west-1' },
      defaultCacheBehavior: { behavior: 'cache' },
      bundleId: 'medium_1_0',
      enableWaf: true,
      wafRules: [{ name: 'AWSManagedRulesCommonRuleSet' }],
      defaultRootObject: 'index.html',
      tags: [{ key: 'stage', value: 'test' }],
    }));
    expect(created.distribution).toMatchObject({ name: NAME, status: 'InProgress', waf: { isWafEnabled: true } });
    expect(created.operation?.createdAt).toEqual(new Date(simulator.service.log.all[0].at));

    const busy = await client.send(new lightsail.UpdateDistributionCommand({ ...named, isEnabled: false })).catch((error: unknown) => error);
    expect(busy).toBeInstanceOf(lightsail.InvalidInputException);
    expect(busy).toMatchObject({ message: `The distribution ${NAME} is being changed. Please try again in a few minutes.` });

    await simulator.control.advance(300);
    const { operation } = await client.send(new lightsail.GetOperationCommand({ operationId: created.operation?.id }));
    expect(operation).toMatchObject({ isTerminal: true, status: 'Succeeded' });

    await client.send(new lightsail.UpdateDistributionCommand({ ...named, cacheBehaviorSettings: { defaultTTL: 0 }, cacheBehaviors: [] }));
    await simulator.control.advance(300);
    const { distributions: [read] = [] } = await client.send(new lightsail.GetDistributionsCommand(named));
    expect(read).toMatchObject({
      status: 'Deployed', cacheBehaviorSettings: { defaultTTL: 0 }, defaultRootObject: 'index.html', tags: [{ key: 'stage', value: 'test' }],
    });

    await client.send(new lightsail.SetIpAddressTypeCommand({ resourceType: 'Distribution', resourceName: NAME, ipAddressType: 'ipv4' }));
    await simulator.control.advance(300);
    await client.send(new lightsail.UpdateDistributionBundleCommand({ ...named, bundleId: 'large_1_0' }));
    await simulator.control.advance(300);
    expect((await client.send(new lightsail.ResetDistributionCacheCommand(named))).createTime).toBeInstanceOf(Date);
    const { operations: running } = await client.send(new lightsail.GetOperationsForResourceCommand({ resourceName: NAME }));
    expect(running).toHaveLength(2);

    await client.send(new lightsail.DeleteDistributionCommand(named));
    await simulator.control.advance(300);
    expect((await client.send(new lightsail.GetDistributionsCommand(named))).distributions).toEqual([]);
  });

  it('tags, and makes, attaches, detaches and deletes a certificate', async () => {
    await simulator.control.seedDistribution(NAME);
    await client.send(new lightsail.TagResourceCommand({ resourceName: NAME, tags: [{ key: 'a', value: 'b' }] }));
    await client.send(new lightsail.UntagResourceCommand({ resourceName: NAME, tagKeys: ['a'] }));
    const { certificate } = await client.send(new lightsail.CreateCertificateCommand({ certificateName: 'cert', domainName: 'example.com' }));
    expect(certificate?.certificateDetail?.createdAt).toBeInstanceOf(Date);
    await simulator.control.seedCertificate('cert', { domainName: 'example.com' });
    await client.send(new lightsail.AttachCertificateToDistributionCommand({ ...named, certificateName: 'cert' }));
    await simulator.control.advance(300);
    const { distributions: [attached] = [] } = await client.send(new lightsail.GetDistributionsCommand(named));
    expect(attached).toMatchObject({ certificateName: 'cert', alternativeDomainNames: ['example.com'], tags: [] });
    await client.send(new lightsail.DetachCertificateFromDistributionCommand(named));
    await simulator.control.advance(300);
    await client.send(new lightsail.DeleteCertificateCommand({ certificateName: 'cert' }));
    expect((await client.send(new lightsail.GetCertificatesCommand({}))).certificates).toEqual([]);
  });

  it('pages through distributions, certificates and operations', async () => {
    for (const name of ['cdn-1', 'cdn-2', 'cdn-3']) {
      await simulator.control.seedDistribution(name);
      await simulator.control.seedCertificate(`${name}-cert`, { domainName: 'example.com' });
      await client.send(new lightsail.TagResourceCommand({ resourceName: name, tags: [{ key: 'a', value: 'b' }] }));
    }
    const first = await client.send(new lightsail.GetDistributionsCommand({}));
    const second = await client.send(new lightsail.GetDistributionsCommand({ pageToken: first.nextPageToken }));
    expect([first, second].map(({ distributions = [] }) => distributions.map(({ name }) => name))).toEqual([['cdn-1', 'cdn-2'], ['cdn-3']]);
    expect(second.nextPageToken).toBeUndefined();
    const { nextPageToken } = await client.send(new lightsail.GetCertificatesCommand({}));
    expect((await client.send(new lightsail.GetCertificatesCommand({ pageToken: nextPageToken }))).certificates).toHaveLength(1);
    const { operations, nextPageToken: more } = await client.send(new lightsail.GetOperationsCommand({}));
    expect(operations?.map(({ resourceName }) => resourceName)).toEqual(['cdn-1', 'cdn-2']);
    expect((await client.send(new lightsail.GetOperationsCommand({ pageToken: more }))).operations).toMatchObject([{ resourceName: 'cdn-3' }]);
  });

  it('asks for metrics and bundles', async () => {
    await simulator.control.seedDistribution(NAME);
    const hour = new Date('2026-06-01T10:00:00Z');
    await simulator.control.seedMetricData(NAME, {
      metricName: 'Requests', samples: [{ timestamp: hour.getTime() / 1000, value: 1.5 }, { timestamp: hour.getTime() / 1000 + 60, value: 2 }],
    });
    expect(await client.send(new lightsail.GetDistributionMetricDataCommand({
      ...named, metricName: 'Requests', startTime: hour, endTime: new Date('2026-06-01T11:00:00Z'), period: 300, unit: 'None', statistics: ['Sum', 'SampleCount'],
    }))).toMatchObject({ metricName: 'Requests', metricData: [{ sum: 3.5, sampleCount: 2, timestamp: hour, unit: 'None' }] });
    expect((await client.send(new lightsail.GetDistributionBundlesCommand({}))).bundles).toHaveLength(3);
    expect(await client.send(new lightsail.GetDistributionLatestCacheResetCommand(named))).not.toHaveProperty('status');
  });

  it('makes a bucket in another Region the origin of a distribution, and deletes it by force', async () => {
    const abroad = clientFor({ region: 'eu-west-1' });
    const bucket = { bucketName: 'site-content' };
    const created = await abroad.send(new lightsail.CreateBucketCommand({ ...bucket, bundleId: 'small_1_0', tags: [{ key: 'stage', value: 'test' }] }));
    expect(created.bucket?.createdAt).toBeInstanceOf(Date);
    await abroad.send(new lightsail.UpdateBucketCommand({ ...bucket, accessRules: { getObject: 'public' }, versioning: 'Enabled' }));
    await abroad.send(new lightsail.UpdateBucketBundleCommand({ ...bucket, bundleId: 'medium_1_0' }));
    await abroad.send(new lightsail.TagResourceCommand({ resourceName: bucket.bucketName, tags: [{ key: 'team', value: 'web' }] }));
    const { buckets: [read] = [] } = await abroad.send(new lightsail.GetBucketsCommand({ ...bucket, includeConnectedResources: true }));
    expect(read).toMatchObject({
      url: 'https://site-content.s3.eu-west-1.amazonaws.com/',
      state: { code: 'OK' },
      bundleId: 'medium_1_0',
      objectVersioning: 'Enabled',
      accessRules: { getObject: 'public', allowPublicOverrides: false },
      tags: [{ key: 'stage', value: 'test' }, { key: 'team', value: 'web' }],
    });

    const { distribution } = await client.send(new lightsail.CreateDistributionCommand({
      ...named, origin: { name: bucket.bucketName, regionName: 'eu-west-1' }, defaultCacheBehavior: { behavior: 'cache' }, bundleId: 'small_1_0',
    }));
    expect(distribution?.origin).toMatchObject({ name: bucket.bucketName, resourceType: 'Bucket', protocolPolicy: 'https-only' });
    await expect(abroad.send(new lightsail.DeleteBucketCommand(bucket))).rejects.toBeInstanceOf(lightsail.InvalidInputException);
    await abroad.send(new lightsail.DeleteBucketCommand({ ...bucket, forceDelete: true }));
    await expect(abroad.send(new lightsail.GetBucketsCommand(bucket))).rejects.toBeInstanceOf(lightsail.NotFoundException);
    expect((await client.send(new lightsail.GetBucketsCommand({}))).buckets).toEqual([]);
    abroad.destroy();
  });

  it('gets the Region', async () => {
    await expect(clientFor({ region: 'eu-central-1' }).send(new lightsail.GetDistributionsCommand({}))).rejects.toMatchObject({
      name: 'InvalidInputException', code: 'UnsupportedOperation', message: 'Distribution-related APIs are only available in the us-east-1 Region.',
    });
    expect(await simulator.control.calls()).toMatchObject([{ region: 'eu-central-1', userAgent: expect.stringContaining('aws-sdk-js/3.') }]);
  });
});

describe('1.6 the SDK recognises every modelled exception', () => {
  it.each([
    lightsail.AccessDeniedException, lightsail.AccountSetupInProgressException, lightsail.InvalidInputException, lightsail.NotFoundException,
    lightsail.OperationFailureException, lightsail.RegionSetupInProgressException, lightsail.ServiceException, lightsail.UnauthenticatedException,
  ])('%p', async (exception) => {
    await simulator.control.fault({ operation: 'TagResource', kind: 'error', name: exception.name, code: 'FinerCode', message: 'so it is' });
    const error = await client.send(new lightsail.TagResourceCommand({ resourceName: NAME, tags: [] })).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(exception);
    expect(error).toMatchObject({ name: exception.name, code: 'FinerCode', message: 'so it is' });
  });

  it('4.3 a throttled call, which is in no model, is retried', async () => {
    await simulator.control.fault({ operation: 'GetOperations', kind: 'throttle' });
    await clientFor({ maxAttempts: 2 }).send(new lightsail.GetOperationsCommand({}));
    expect((await simulator.control.calls()).map(({ outcome }) => outcome)).toEqual(['ThrottlingException', 'ok']);
  });

  it('4.3 switch errorTypes=code: the base exception, so that instanceof does not help (aws-sdk#665)', async () => {
    const other = await startSimulator({ behaviour: { errorTypes: 'code', missingNameOnWrite: 'NotFoundException' } });
    const remove = new lightsail.DeleteDistributionCommand(named);
    const error = await clientFor({ endpoint: other.url }).send(remove).catch((thrown: unknown) => thrown);
    expect(error).not.toBeInstanceOf(lightsail.NotFoundException);
    expect(error).toBeInstanceOf(lightsail.LightsailServiceException);
    expect(error).toMatchObject({ name: 'DoesNotExist', message: `Requested resource not found: ${NAME}` });
    await other.close();
  });
});
