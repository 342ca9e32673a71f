import { isOutcomeUnknown } from '../../../lambda/lightsail/errors';
import type { Lightsail } from '../../../lambda/lightsail/lightsail';
import type { Write } from '../../../lambda/lightsail/writes';
import { startSimulator, type Simulator } from '../../../simulator';

let simulator: Simulator;
let lightsail: Lightsail;
const before = { ...process.env };

beforeAll(async () => {
  simulator = await startSimulator({ clock: 'manual', behaviour: { pageSize: 2, missingCertificateOnRead: 'NotFoundException' } });
  Object.assign(process.env, { AWS_ENDPOINT_URL_LIGHTSAIL: simulator.url, AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' });
  lightsail = jest.requireActual<typeof import('../../../lambda/lightsail/client')>('../../../lambda/lightsail/client').lightsailClient();
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

const deletion: Write = { call: 'DeleteDistribution', input: { distributionName: 'my-cdn' } };

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

test('a response that does not arrive is not awaited forever', async () => {
  await simulator.control.fault({ operation: 'UpdateDistribution', kind: 'slow', seconds: 60 });
  const error = await lightsail.send(writes().find(({ call }) => call === 'UpdateDistribution')!).catch((reason: unknown) => reason);
  expect(isOutcomeUnknown(error)).toBe(true);
});
