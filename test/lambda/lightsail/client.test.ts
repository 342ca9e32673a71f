import dns from 'node:dns';
import { setImmediate } from 'node:timers/promises';
import { lightsailClient } from '../../../lambda/lightsail/client';
import { isOutcomeUnknown } from '../../../lambda/lightsail/errors';
import type { Lightsail } from '../../../lambda/lightsail/lightsail';
import type { LightsailWrite } from '../../../lambda/lightsail/writes';
import { startSimulator, type Simulator } from '../../../simulator';

let simulator: Simulator;
let lightsail: Lightsail;
const before = { ...process.env };

beforeAll(async () => {
  simulator = await startSimulator({ clock: 'manual', behaviour: { pageSize: 2, missingCertificateOnRead: 'NotFoundException' } });
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_LIGHTSAIL: simulator.url, AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test',
  });
  // The SDK uses random numbers for the delays between its attempts.
  jest.spyOn(Math, 'random').mockReturnValue(0);
  lightsail = lightsailClient();
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

test('every call goes to us-east-1, whatever the Region of the stack, with its whole input', async () => {
  await lightsail.certificate('cert');
  await lightsail.tag('my-cdn', [{ key: 'k', value: 'v' }]);
  await lightsail.untag('my-cdn', ['k']);
  await lightsail.send(writes()[0]);
  expect(await simulator.control.calls()).toMatchObject([
    { operation: 'GetCertificates', input: { certificateName: 'cert', includeCertificateDetails: true } },
    { operation: 'TagResource', input: { resourceName: 'my-cdn', tags: [{ key: 'k', value: 'v' }] } },
    { operation: 'UntagResource', input: { resourceName: 'my-cdn', tagKeys: ['k'] } },
    { operation: 'UpdateDistribution', input: { distributionName: 'my-cdn', isEnabled: false } },
  ].map((call) => ({ ...call, region: 'us-east-1' })));
});

test('operations are read up to 100 pages', async () => {
  const tag = () => simulator.service.call('TagResource', { resourceName: 'my-cdn', tags: [{ key: 'k', value: 'v' }] });
  for (let count = 0; count < 200; count += 1) tag();
  expect(await lightsail.operationsFor('my-cdn')).toHaveLength(200);
  tag();
  await expect(lightsail.operationsFor('my-cdn')).rejects.toMatchObject({
    name: 'ResponseError', message: 'cannot read the response of Lightsail, operations do not end after 100 pages',
  });
});

/** The calls that can be sent again. */
const idempotent: readonly [string, () => Promise<unknown>][] = [
  ['GetDistributions', () => lightsail.distribution('my-cdn')],
  ['TagResource', () => lightsail.tag('my-cdn', [{ key: 'k', value: 'v' }])],
  ['UntagResource', () => lightsail.untag('my-cdn', ['k'])],
  // If the first attempt took effect, the second one fails because the name is taken.
  ['CreateDistribution', () => lightsail.send(created())],
  ['GetCertificates', () => lightsail.certificate('cert')],
  ['CreateCertificate', () => lightsail.send(certificateCreation)],
];
const once: readonly [string, () => Promise<unknown>][] = [...writes(), deletion, certificateDeletion]
  .map((write) => [write.call, () => lightsail.send(write)]);

const tries = async () => (await simulator.control.calls()).map(({ operation, outcome }) => `${operation} ${outcome}`);
const times = (count: number, call: string) => Array.from({ length: count }, () => call);

test.each([...idempotent, ...once])('a throttled %s is tried 16 times', async (operation, call) => {
  // The SDK retries less after many retries of the same client, so each test has its own client.
  lightsail = lightsailClient();
  await simulator.control.fault({ operation: '*', kind: 'throttle', times: 15 });
  await call();
  expect(await tries()).toEqual([...times(15, `${operation} ThrottlingException`), `${operation} ok`]);
  await simulator.control.clearCalls();
  await simulator.control.fault({ operation: '*', kind: 'throttle', times: 16 });
  await expect(call()).rejects.toMatchObject({ name: 'ThrottlingException' });
  expect(await tries()).toEqual(times(16, `${operation} ThrottlingException`));
});

test.each(idempotent)('%s is tried again after an error of the service', async (operation, call) => {
  await simulator.control.fault({ operation: '*', kind: 'serverError', times: 2 });
  await call();
  expect(await tries()).toEqual([...times(2, `${operation} ServiceException`), `${operation} ok`]);
});

test.each(once)('%s is not tried again after an error of the service, as it may have taken effect', async (operation, call) => {
  await simulator.control.fault({ operation: '*', kind: 'serverError' });
  await expect(call()).rejects.toMatchObject({ name: 'ServiceException' });
  expect(await tries()).toEqual([`${operation} ServiceException`]);
});

describe('with a clock that the test sets', () => {
  beforeEach(() => void jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'Date', 'performance', 'hrtime', 'setInterval'] }));
  afterEach(() => void jest.useRealTimers());

  /** Expects that the call fails after this time and not earlier. The outcome is unknown. */
  async function expectFailureAfter(milliseconds: number, call: Promise<unknown>, isOnItsWay: () => boolean): Promise<void> {
    const failures: unknown[] = [];
    void call.catch((error: unknown) => failures.push(error));
    while (!isOnItsWay()) await setImmediate();
    await jest.advanceTimersByTimeAsync(milliseconds - 1);
    expect(failures).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(failures.map(isOutcomeUnknown)).toEqual([true]);
  }

  test('a response is awaited for 10 seconds', async () => {
    simulator.service.faults.add({ operation: 'UpdateDistribution', kind: 'slow', seconds: 60 });
    await expectFailureAfter(10_000, lightsail.send(writes()[0]), () => simulator.service.log.all.length > 0);
  });

  test('a connection is awaited for 3 seconds', async () => {
    process.env.AWS_ENDPOINT_URL_LIGHTSAIL = 'http://lightsail.test';
    const lookup = jest.spyOn(dns, 'lookup').mockImplementation(() => undefined);
    await expectFailureAfter(3_000, lightsailClient().send(writes()[0]), () => lookup.mock.calls.length > 0);
    lookup.mockRestore();
    process.env.AWS_ENDPOINT_URL_LIGHTSAIL = simulator.url;
  });
});
