import { isOutcomeUnknown } from '../../../lambda/lightsail/errors';
import type { Lightsail } from '../../../lambda/lightsail/lightsail';
import type { LightsailWrite } from '../../../lambda/lightsail/writes';
import { startSimulator, type Simulator } from '../../../simulator';

let simulator: Simulator;
let lightsail: Lightsail;
const before = { ...process.env };

/** It reads the environment. */
const newClient = () => jest.requireActual<typeof import('../../../lambda/lightsail/client')>('../../../lambda/lightsail/client').lightsailClient();

beforeAll(async () => {
  simulator = await startSimulator({ clock: 'manual', behaviour: { pageSize: 2, missingCertificateOnRead: 'NotFoundException' } });
  Object.assign(process.env, { AWS_ENDPOINT_URL_LIGHTSAIL: simulator.url, AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' });
  lightsail = newClient();
});

afterAll(async () => {
  process.env = before;
  await simulator.close();
});

beforeEach(async () => {
  await simulator.control.reset();
  await simulator.control.seedDistribution('my-cdn', {});
  await simulator.control.seedCertificate('cert', { domainName: 'example.com' });
});

const writes = () => [
  { call: 'UpdateDistribution', changes: [], input: { distributionName: 'my-cdn', isEnabled: false } },
  { call: 'UpdateDistributionBundle', changes: [], input: { distributionName: 'my-cdn', bundleId: 'medium_1_0' } },
  { call: 'SetIpAddressType', changes: [], input: { resourceType: 'Distribution', resourceName: 'my-cdn', ipAddressType: 'ipv4' } },
  { call: 'AttachCertificateToDistribution', changes: [], input: { distributionName: 'my-cdn', certificateName: 'cert' } },
] as const;

const created = () => ({
  call: 'CreateDistribution' as const,
  changes: [],
  input: {
    distributionName: 'new-cdn',
    bundleId: 'small_1_0',
    origin: { name: 'my-cdn-origin', regionName: 'us-east-1' as const },
    defaultCacheBehavior: { behavior: 'cache' as const },
  },
});

test('a new distribution returns its operation', async () => {
  const id = await lightsail.send(created());
  expect((await lightsail.operationsFor('new-cdn')).map((operation) => operation.id)).toEqual([id]);
});

test('a missing resource is no error', async () => {
  await simulator.control.seedDistribution('other-cdn', {});
  expect(await Promise.all([lightsail.distribution('no-cdn'), lightsail.certificate('no-cert'), lightsail.operation('no-operation')]))
    .toEqual([undefined, undefined, undefined]);
});

const certificateCreation: LightsailWrite = { call: 'CreateCertificate', input: { certificateName: 'new-cert', domainName: 'example.org', tags: [{ key: 'team', value: 'web' }] } };
const certificateDeletion: LightsailWrite = { call: 'DeleteCertificate', input: { certificateName: 'cert' } };

test('a certificate is read with its details, and its creation and deletion return their operations', async () => {
  const creation = await lightsail.send(certificateCreation);
  expect(await lightsail.certificate('new-cert')).toMatchObject({
    certificateName: 'new-cert',
    domainName: 'example.org',
    certificateDetail: {
      status: 'PENDING_VALIDATION',
      subjectAlternativeNames: ['example.org'],
      domainValidationRecords: [{ domainName: 'example.org', resourceRecord: { name: expect.stringMatching(/^_\w+\.example\.org\.$/), type: 'CNAME' } }],
      inUseResourceCount: 0,
      createdAt: expect.any(Date),
    },
    tags: [{ key: 'team', value: 'web' }],
  });
  const removal = await lightsail.send(certificateDeletion);
  expect((await simulator.control.calls()).filter(({ operation }) => !operation.startsWith('Get')).map(({ operationId }) => operationId)).toEqual([creation, removal]);
  expect((await lightsail.operation(removal!))?.operationType).toBe('DeleteCertificate');
  expect(await lightsail.certificate('cert')).toBeUndefined();
});

test('the distributions that have a certificate are found on all pages, whether or not it is served', async () => {
  for (let index = 1; index <= 5; index += 1) {
    await simulator.control.seedDistribution(`cdn-${index}`, index % 2 === 1 ? { certificateName: 'cert', alternativeDomainNames: index === 1 ? ['example.com'] : [] } : {});
  }
  expect(await lightsail.distributionsWith('cert')).toEqual(['cdn-1', 'cdn-3', 'cdn-5']);
  expect((await simulator.control.calls()).map(({ operation }) => operation)).toEqual(['GetDistributions', 'GetDistributions', 'GetDistributions']);
  expect(await lightsail.distributionsWith('no-cert')).toEqual([]);
});

const deletion: LightsailWrite = { call: 'DeleteDistribution', input: { distributionName: 'my-cdn' } };

test('every write returns its operation, and all of them are found, however many pages they fill', async () => {
  const ids = [];
  for (const step of writes()) {
    ids.push(await lightsail.send(step));
    await simulator.control.advance(3_600);
  }
  ids.push(await lightsail.send(deletion));
  expect(ids).toEqual((await simulator.control.calls()).map(({ operationId }) => operationId));
  expect((await lightsail.operationsFor('my-cdn')).map(({ id }) => id).sort()).toEqual([...ids].sort());
});

test('a read and a tag are tried eight times, a write of settings once, as it may have taken effect', async () => {
  const repeatable = [
    () => lightsail.distribution('my-cdn'),
    () => lightsail.tag('my-cdn', [{ key: 'k', value: 'v' }]),
    () => lightsail.untag('my-cdn', ['k']),
    // Its name is taken at the second try, if the first one took effect.
    () => lightsail.send(created()),
  ];
  for (const call of repeatable) {
    await simulator.control.fault({ operation: '*', kind: 'serverError', times: 7 });
    await call();
  }
  await simulator.control.fault({ operation: '*', kind: 'serverError', times: 5 });
  await Promise.allSettled([...writes().map((step) => lightsail.send(step)), lightsail.send(deletion)]);
  const calls = await simulator.control.calls();
  expect(Object.fromEntries(calls.map(({ operation }) => [operation, calls.filter((call) => call.operation === operation).length]))).toEqual({
    GetDistributions: 8,
    TagResource: 8,
    UntagResource: 8,
    CreateDistribution: 8,
    UpdateDistribution: 1,
    UpdateDistributionBundle: 1,
    SetIpAddressType: 1,
    AttachCertificateToDistribution: 1,
    DeleteDistribution: 1,
  });
});

test('a certificate is read and requested eight times, as its name is taken at the second try, and deleted once', async () => {
  // The SDK counts the retries of a client, and stops after some.
  const another = newClient();
  for (const call of [() => another.certificate('cert'), () => another.send(certificateCreation)]) {
    await simulator.control.fault({ operation: '*', kind: 'serverError', times: 7 });
    await call();
  }
  await simulator.control.fault({ operation: '*', kind: 'serverError' });
  expect(isOutcomeUnknown(await another.send(certificateDeletion).catch((error: unknown) => error))).toBe(true);
  expect((await simulator.control.calls()).map(({ operation }) => operation))
    .toEqual([...Array<string>(8).fill('GetCertificates'), ...Array<string>(8).fill('CreateCertificate'), 'DeleteCertificate']);
});

test('a response that does not arrive is not awaited forever', async () => {
  await simulator.control.fault({ operation: 'UpdateDistribution', kind: 'slow', seconds: 60 });
  const error = await lightsail.send(writes().find(({ call }) => call === 'UpdateDistribution')!).catch((reason: unknown) => reason);
  expect(isOutcomeUnknown(error)).toBe(true);
});
