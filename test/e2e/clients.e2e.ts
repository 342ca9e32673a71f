import { ensurePython, type PythonEnvironment } from '../../local-aws/python';
import { type Simulator, startSimulator } from '../../simulator';
import { AwsCliClient } from './clients/aws-cli';
import { Boto3Client } from './clients/boto3';
import { type Client, environmentFor } from './clients/client';

const NAME = 'my-cdn';
const named = { distributionName: NAME };
const EXCEPTIONS = [
  'AccessDeniedException', 'AccountSetupInProgressException', 'InvalidInputException', 'NotFoundException', 'OperationFailureException',
  'RegionSetupInProgressException', 'ServiceException', 'UnauthenticatedException',
];

let python: PythonEnvironment;
let simulator: Simulator;

beforeAll(async () => {
  python = await ensurePython();
  simulator = await startSimulator({ clock: 'manual', behaviour: { pageSize: 2 } });
});
beforeEach(() => simulator.control.reset());
afterAll(() => simulator.close());

describe.each([
  ['the AWS CLI', (env: NodeJS.ProcessEnv): Client => new AwsCliClient(python.bin, env)],
  ['boto3', (env: NodeJS.ProcessEnv): Client => new Boto3Client(python.python, env)],
])('%s, unchanged', (_, clientWith) => {
  let client: Client;
  beforeAll(() => {
    client = clientWith(environmentFor(simulator.url));
  });
  afterAll(() => client.close());

  it('creates, reads, updates and deletes a distribution, and receives the exception for a busy one', async () => {
    await simulator.control.seedOrigin('web', { regionName: 'eu-west-1', resourceType: 'Instance' });
    const created = await client.call('CreateDistribution', {
      ...named,
      origin: { name: 'web', regionName: 'eu-west-1', protocolPolicy: 'https-only' },
      defaultCacheBehavior: { behavior: 'cache' },
      cacheBehaviors: [{ path: 'api/*', behavior: 'dont-cache' }],
      bundleId: 'small_1_0',
      tags: [{ key: 'stage', value: 'test' }],
    });
    expect(created.output).toMatchObject({
      distribution: { name: NAME, status: 'InProgress', origin: { name: 'web', resourceType: 'Instance', protocolPolicy: 'https-only' } },
      operation: { operationType: 'CreateDistribution', status: 'Started', isTerminal: false },
    });

    expect(await client.call('UpdateDistribution', { ...named, isEnabled: false })).toMatchObject({
      error: { name: 'InvalidInputException', message: `The distribution ${NAME} is being changed. Please try again in a few minutes.` },
    });
    await simulator.control.advance(300);
    const { operation: { id: operationId } } = created.output as { readonly operation: { readonly id: string } };
    expect((await client.call('GetOperation', { operationId })).output).toMatchObject({ operation: { status: 'Succeeded', isTerminal: true } });

    await client.call('UpdateDistribution', { ...named, isEnabled: false, cacheBehaviorSettings: { defaultTTL: 0 }, cacheBehaviors: [] });
    await simulator.control.advance(300);
    expect((await client.call('GetDistributions', named)).output).toMatchObject({
      distributions: [{
        status: 'Deployed',
        isEnabled: false,
        cacheBehaviorSettings: { defaultTTL: 0, maximumTTL: 31536000 },
        cacheBehaviors: [],
        tags: [{ key: 'stage', value: 'test' }],
      }],
    });

    await client.call('SetIpAddressType', { resourceType: 'Distribution', resourceName: NAME, ipAddressType: 'ipv4' });
    await simulator.control.advance(300);
    await client.call('UpdateDistributionBundle', { ...named, bundleId: 'medium_1_0' });
    await simulator.control.advance(300);
    expect((await client.call('ResetDistributionCache', named)).output).toMatchObject({ status: 'InProgress' });
    expect((await client.call('GetDistributions', named)).output)
      .toMatchObject({ distributions: [{ ipAddressType: 'ipv4', bundleId: 'medium_1_0', ableToUpdateBundle: false }] });

    await client.call('DeleteDistribution', named);
    await simulator.control.advance(300);
    expect(await client.call('GetDistributions', named)).toEqual({ output: { distributions: [] } });
    expect((await simulator.control.calls()).map(({ operation, outcome }) => `${operation} ${outcome}`)).toEqual([
      'CreateDistribution ok', 'UpdateDistribution InvalidInputException', 'GetOperation ok', 'UpdateDistribution ok', 'GetDistributions ok',
      'SetIpAddressType ok', 'UpdateDistributionBundle ok', 'ResetDistributionCache ok', 'GetDistributions ok', 'DeleteDistribution ok',
      'GetDistributions ok',
    ]);
  });

  it('tags and untags', async () => {
    await simulator.control.seedDistribution(NAME);
    expect((await client.call('TagResource', { resourceName: NAME, tags: [{ key: 'a', value: 'b' }, { key: 'c', value: 'd' }] })).output)
      .toMatchObject({ operations: [{ resourceName: NAME, isTerminal: true }] });
    await client.call('UntagResource', { resourceName: NAME, tagKeys: ['a'] });
    expect((await simulator.control.distribution(NAME)).tags).toEqual([{ key: 'c', value: 'd' }]);
  });

  it('makes, attaches, detaches and deletes a certificate', async () => {
    await simulator.control.seedDistribution(NAME);
    expect((await client.call('CreateCertificate', { certificateName: 'cert', domainName: 'example.com' })).output)
      .toMatchObject({ certificate: { certificateName: 'cert', certificateDetail: { status: 'PENDING_VALIDATION' } } });
    const attach = { ...named, certificateName: 'cert' };
    expect(await client.call('AttachCertificateToDistribution', attach)).toMatchObject({
      error: { name: 'InvalidInputException', message: 'only a certificate with the status ISSUED can be attached; cert is PENDING_VALIDATION' },
    });
    await simulator.control.seedCertificate('cert', { domainName: 'example.com' });
    await client.call('AttachCertificateToDistribution', attach);
    await simulator.control.advance(300);
    expect(await simulator.control.distribution(NAME)).toMatchObject({ certificateName: 'cert', alternativeDomainNames: ['example.com'] });
    expect((await client.call('GetCertificates', { includeCertificateDetails: true })).output)
      .toMatchObject({ certificates: [{ certificateDetail: { status: 'ISSUED', inUseResourceCount: 1 } }] });
    expect(await client.call('DeleteCertificate', { certificateName: 'cert' }))
      .toMatchObject({ error: { name: 'InvalidInputException', message: `the certificate cert is in use by ${NAME}` } });
    await client.call('DetachCertificateFromDistribution', named);
    await simulator.control.advance(300);
    await client.call('DeleteCertificate', { certificateName: 'cert' });
    expect((await client.call('GetCertificates', {})).output).toMatchObject({ certificates: [] });
  });

  it('makes, changes and deletes a bucket', async () => {
    const bucket = { bucketName: 'site-content' };
    expect((await client.call('CreateBucket', { ...bucket, bundleId: 'small_1_0' })).output)
      .toMatchObject({ bucket: { state: { code: 'OK' } }, operations: [{ operationType: 'CreateBucket', isTerminal: true }] });
    await client.call('UpdateBucket', { ...bucket, accessRules: { getObject: 'public' } });
    expect((await client.call('GetBuckets', { ...bucket, includeConnectedResources: true })).output)
      .toMatchObject({ buckets: [{ name: 'site-content', accessRules: { getObject: 'public' }, resourcesReceivingAccess: [] }] });
    await simulator.control.seedDistribution(NAME, { origin: { name: 'site-content', regionName: 'us-east-1', resourceType: 'Bucket' } });
    expect(await client.call('DeleteBucket', bucket)).toMatchObject({ error: { name: 'InvalidInputException' } });
    await client.call('DeleteBucket', { ...bucket, forceDelete: true });
    expect(await client.call('GetBuckets', bucket))
      .toMatchObject({ error: { name: 'NotFoundException', message: 'Requested resource not found: site-content' } });
  });

  it('reads metric data', async () => {
    await simulator.control.seedDistribution(NAME);
    await simulator.control.seedMetricData(NAME, { metricName: 'Requests', samples: [{ timestamp: 1_780_272_000, value: 3 }] });
    const input = { metricName: 'Requests', startTime: '2026-06-01T00:00:00Z', endTime: '2026-06-01T01:00:00Z', period: 300, unit: 'None', statistics: ['Sum'] };
    expect((await client.call('GetDistributionMetricData', { ...named, ...input })).output)
      .toMatchObject({ metricName: 'Requests', metricData: [{ sum: 3, unit: 'None' }] });
  });

  it('pages', async () => {
    for (const name of ['cdn-1', 'cdn-2', 'cdn-3']) await simulator.control.seedDistribution(name);
    const { output: first } = await client.call('GetDistributions', {});
    const { output: second } = await client.call('GetDistributions', { pageToken: first?.nextPageToken });
    expect(first).toMatchObject({ distributions: [{ name: 'cdn-1' }, { name: 'cdn-2' }] });
    expect(second).toMatchObject({ distributions: [{ name: 'cdn-3' }] });
    expect(second).not.toHaveProperty('nextPageToken');
  });

  it('recognises every modelled exception', async () => {
    for (const name of EXCEPTIONS) {
      await simulator.control.fault({ operation: 'TagResource', kind: 'error', name, message: `${name} it is` });
      const { error } = await client.call('TagResource', { resourceName: NAME, tags: [] });
      expect(error).toMatchObject({ name, message: `${name} it is` });
      // Only boto3 reports whether it has a class for the exception.
      expect(error?.modelled ?? true).toBe(true);
    }
  });

  it('sends the Region', async () => {
    const abroad = clientWith(environmentFor(simulator.url, 'eu-west-1'));
    expect(await abroad.call('GetDistributions', {})).toMatchObject({
      error: { name: 'InvalidInputException', message: 'Distribution-related APIs are only available in the us-east-1 Region.' },
    });
    abroad.close();
  });
});
