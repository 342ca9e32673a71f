import { policiesOf, type Use } from './policies';
import { lightsailClient } from '../../lambda/lightsail/client';
import type { Lightsail } from '../../lambda/lightsail/lightsail';
import type { LightsailWrite } from '../../lambda/lightsail/writes';
import { startSimulator, type Simulator } from '../../simulator';

const { AWS_ENDPOINT_URL_LIGHTSAIL, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = process.env;
let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator();
  Object.assign(process.env, { AWS_ENDPOINT_URL_LIGHTSAIL: simulator.url, AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' });
});

afterAll(async () => {
  Object.assign(process.env, { AWS_ENDPOINT_URL_LIGHTSAIL, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY });
  await simulator.close();
});

const distributionName = 'my-cdn';

type Call = LightsailWrite['call'] | 'tag' | 'untag';

/** One write of each kind. The compiler requires an entry for each new kind. */
const WRITES: { readonly [W in LightsailWrite as W['call']]: W } = {
  UpdateDistribution: { call: 'UpdateDistribution', input: { distributionName } },
  UpdateDistributionBundle: { call: 'UpdateDistributionBundle', input: { distributionName, bundleId: 'small_1_0' } },
  AttachCertificateToDistribution: { call: 'AttachCertificateToDistribution', input: { distributionName, certificateName: 'cert' } },
  SetIpAddressType: { call: 'SetIpAddressType', input: { resourceType: 'Distribution', resourceName: distributionName, ipAddressType: 'ipv4' } },
  CreateDistribution: {
    call: 'CreateDistribution',
    input: { distributionName, bundleId: 'small_1_0', origin: { name: 'web', regionName: 'eu-west-1' }, defaultCacheBehavior: { behavior: 'cache' } },
  },
  DeleteDistribution: { call: 'DeleteDistribution', input: { distributionName } },
  ResetDistributionCache: { call: 'ResetDistributionCache', input: { distributionName } },
  CreateCertificate: { call: 'CreateCertificate', input: { certificateName: 'cert', domainName: 'example.com' } },
  DeleteCertificate: { call: 'DeleteCertificate', input: { certificateName: 'cert' } },
};

const UPDATES: readonly Call[] = ['UpdateDistribution', 'UpdateDistributionBundle', 'AttachCertificateToDistribution', 'SetIpAddressType', 'tag', 'untag'];
const OWNING: readonly Call[] = [...UPDATES, 'CreateDistribution', 'DeleteDistribution'];
const CERTIFYING: readonly Call[] = ['CreateCertificate', 'DeleteCertificate', 'tag', 'untag'];

/** The writes of the handler for each use. */
const CALLS: Readonly<Record<Use, readonly Call[]>> = {
  settings: UPDATES,
  owned: OWNING,
  adopting: OWNING,
  cacheReset: ['ResetDistributionCache'],
  ownCacheReset: [...OWNING, 'ResetDistributionCache'],
  certificate: CERTIFYING,
  certificateByRole: CERTIFYING,
};

/** All methods of the port. The compiler requires an entry for each new method. */
const callsOf = (lightsail: Lightsail, calls: readonly Call[]): { readonly [K in keyof Lightsail]: readonly Promise<unknown>[] } => ({
  distribution: [lightsail.distribution(distributionName)],
  distributionsWith: [lightsail.distributionsWith('cert')],
  certificate: [lightsail.certificate('cert')],
  operation: [lightsail.operation('op-1')],
  operationsFor: [lightsail.operationsFor(distributionName)],
  send: Object.values(WRITES).filter(({ call }) => calls.includes(call)).map((write) => lightsail.send(write)),
  tag: calls.includes('tag') ? [lightsail.tag(distributionName, [{ key: 'k', value: 'v' }])] : [],
  untag: calls.includes('untag') ? [lightsail.untag(distributionName, ['k'])] : [],
});

test('every write belongs to a use', () => {
  const used = new Set(Object.values(CALLS).flat());
  expect(Object.keys(WRITES).filter((call) => !used.has(call as Call))).toEqual([]);
});

test.each<[string, readonly Use[]]>([
  ['only manages settings', ['settings']],
  ['owns a distribution', ['owned']],
  ['adopts a distribution', ['adopting']],
  ['only resets a cache', ['cacheReset']],
  ['resets the cache of its distribution', ['ownCacheReset']],
  ['owns a certificate', ['certificate']],
  ['owns a certificate whose hosted zone is in another account', ['certificateByRole']],
  ['does all of it', ['settings', 'owned', 'adopting', 'certificate', 'certificateByRole', 'cacheReset', 'ownCacheReset']],
])('in a stack that %s the role may do what the handler calls in Lightsail, and nothing else there', async (_what, uses) => {
  simulator.service.log.clear();
  await Promise.allSettled(Object.values(callsOf(lightsailClient(), uses.flatMap((use) => CALLS[use]))).flat());
  const called = simulator.service.log.all.map(({ operation }) => `lightsail:${operation}`);
  const granted = policiesOf(uses, 'arn:aws:cloudformation:eu-west-1:111122223333:stack/web/0b5f8a1e')
    .flatMap(({ Statement }) => Statement).flatMap(({ Action }) => Action).filter((action) => action.startsWith('lightsail:'));
  expect([...new Set(granted)].sort()).toEqual([...new Set(called)].sort());
});
