import { join } from 'node:path';
import { CERTIFICATES } from '../../bench/scenarios';
import { cacheResetScenarios, runCacheReset, type CacheResetPeer } from '../../bench/site/cache-resets';
import { certificateScenarios, runCertificate, type CertificatePeer } from '../../bench/site/certificates';
import type { SiteOutcome } from '../../bench/site/outcome';
import { VirtualTime } from '../../bench/virtual-time';

const EDGE_SECONDS = 300;
const OTHER_CERTIFICATES = CERTIFICATES.length;
/** DnsValidatedCertificate polls its DNS change at 0, 30 and 75 s, and then the certificate at 75, 135, 225 and 345 s. */
const DNS_VALIDATED_SECONDS = 345;
/** Ten delays, each twice as long as the one before: 0.175 s to 89.6 s. */
const DNS_VALIDATED_DELETE_SECONDS = 179.025;

let time: VirtualTime;
beforeAll(async () => {
  time = await VirtualTime.start(EDGE_SECONDS, join(__dirname, '..', '..', 'assets', 'handler', 'index.js'));
});
afterAll(() => time.close());

const calls = async () => (await time.simulator.control.calls()).map(({ operation }) => operation);
const domainNames = async () =>
  (await time.simulator.control.snapshot()).certificates.map(({ certificateDetail }) => certificateDetail!.subjectAlternativeNames);

const ALL = {
  route53Calls: 0, certificateRequests: 0, cacheResets: 0, deployments: 0, stackDeployments: 1, secondsWithoutCertificate: 0, hasFailed: false,
} satisfies Partial<SiteOutcome>;

describe('a certificate', () => {
  type Name = 'one domain name' | 'three domain names' | 'no-op' | 'tags only' | 'fourth domain name' | 'delete' | 'again after a timeout';
  const run = (peer: CertificatePeer, wanted: Name) => runCertificate(time, peer, certificateScenarios.find(({ name }) => name === wanted)!);

  describe('of ours', () => {
    test.each(['one domain name', 'three domain names'] as const)('is requested once for %s, and issued before the response to the stack', async (name) => {
      expect(await run('ours', name)).toMatchObject({ ...ALL, route53Calls: 1, certificateRequests: 1, seconds: 300, secondsAfterEffect: 0 });
    });

    test.each(['no-op', 'tags only'] as const)('is not requested again for %s', async (name) => {
      expect(await run('ours', name)).toMatchObject({ ...ALL, route53Calls: 1, seconds: 0 });
    });

    test('is replaced on a distribution by one deployment, in which no moment is without a certificate', async () => {
      expect(await run('ours', 'fourth domain name')).toMatchObject({ ...ALL, route53Calls: 1, certificateRequests: 1, deployments: 1, seconds: 600 });
      expect((await domainNames()).at(-1)).toEqual(['example.com', 'blog.example.com', 'shop.example.com', 'www.example.com']);
      expect(await domainNames()).toHaveLength(OTHER_CERTIFICATES + 1);
    });

    test('is deleted', async () => {
      expect(await run('ours', 'delete')).toMatchObject({ ...ALL, seconds: 0 });
      expect(await domainNames()).toHaveLength(OTHER_CERTIFICATES);
    });

    test('is requested once, also when the first deployment timed out', async () => {
      expect(await run('ours', 'again after a timeout')).toMatchObject({ ...ALL, route53Calls: 1, certificateRequests: 1, seconds: 300 });
      expect(await calls()).not.toContain('CreateCertificate');
      expect(await domainNames()).toHaveLength(OTHER_CERTIFICATES + 1);
    });
  });

  describe('of CloudFormation', () => {
    const READ = 'GetCertificates';
    const PEER = 'CloudFormation, replayed';

    test('is reported before it is issued', async () => {
      expect(await run(PEER, 'three domain names')).toMatchObject({ ...ALL, certificateRequests: 1, seconds: 0, secondsAfterEffect: -300 });
      expect(await calls()).toEqual([READ, 'CreateCertificate', READ, READ]);
    });

    test('takes four calls where nothing is different', async () => {
      expect(await run(PEER, 'no-op')).toMatchObject({ ...ALL, seconds: 0 });
      expect(await calls()).toEqual([READ, READ, READ, READ]);
    });

    test('takes six calls for a changed tag', async () => {
      expect(await run(PEER, 'tags only')).toMatchObject({ ...ALL, seconds: 0 });
      expect(await calls()).toEqual([READ, READ, 'UntagResource', READ, 'TagResource', READ]);
    });

    test('takes two deployments of the stack and three to the edge to replace on a distribution', async () => {
      expect(await run(PEER, 'fourth domain name')).toMatchObject({
        ...ALL, certificateRequests: 1, deployments: 3, stackDeployments: 2, secondsWithoutCertificate: 300, seconds: 1_200,
      });
    });

    test('takes three calls to delete', async () => {
      expect(await run(PEER, 'delete')).toMatchObject({ ...ALL, seconds: 0 });
      expect(await calls()).toEqual([READ, 'DeleteCertificate', READ]);
    });
  });

  describe('of DnsValidatedCertificate', () => {
    const READ = 'GetCertificates';
    const PEER = 'DnsValidatedCertificate, replayed';
    const reads = (count: number) => Array<string>(count).fill(READ);
    const request = ['CreateCertificate', READ, ...reads(4), 'TagResource'];
    const deletion = [...reads(10), 'DeleteCertificate'];

    test('waits for Route 53, then for the certificate', async () => {
      expect(await run(PEER, 'one domain name')).toMatchObject({
        ...ALL, route53Calls: 4, certificateRequests: 1, seconds: DNS_VALIDATED_SECONDS, secondsAfterEffect: DNS_VALIDATED_SECONDS - 300,
      });
      expect(time.zone.calls).toEqual(['ChangeResourceRecordSets', 'GetChange', 'GetChange', 'GetChange']);
      expect(await calls()).toEqual(request);
    });

    test.each(['no-op', 'tags only'] as const)('requests another one for %s, and deletes the former one', async (name) => {
      expect(await run(PEER, name)).toMatchObject({
        ...ALL, route53Calls: 4, certificateRequests: 1, seconds: DNS_VALIDATED_SECONDS + DNS_VALIDATED_DELETE_SECONDS,
      });
      expect(await calls()).toEqual([...request, ...deletion]);
    });

    test('reads a certificate ten times before it deletes it', async () => {
      expect(await run(PEER, 'delete')).toMatchObject({ ...ALL, seconds: DNS_VALIDATED_DELETE_SECONDS });
      expect(await calls()).toEqual(deletion);
    });

    test('requests another one after a deployment that timed out, and leaves the first', async () => {
      expect(await run(PEER, 'again after a timeout')).toMatchObject({ ...ALL, route53Calls: 4, certificateRequests: 2, seconds: DNS_VALIDATED_SECONDS });
      expect(await calls()).toEqual(request);
      expect(await domainNames()).toHaveLength(OTHER_CERTIFICATES + 2);
    });
  });
});

describe('a cache reset', () => {
  const AWS_CUSTOM_RESOURCE = 'AwsCustomResource\'s call, replayed';
  const run = (peer: CacheResetPeer, wanted: string) => runCacheReset(time, peer, cacheResetScenarios.find(({ name }) => name === wanted)!);

  test.each([
    ['content changed', { cacheResets: 1, seconds: 300, secondsAfterEffect: 0 }],
    ['content unchanged', { calls: 0, seconds: 0, secondsAfterEffect: 0 }],
    ['new distribution', { calls: 1, seconds: 0, secondsAfterEffect: 0 }],
    ['busy distribution', { cacheResets: 1, seconds: 600, secondsAfterEffect: 0 }],
  ])('of ours, %s', async (name, expected) => {
    expect(await run('ours', name)).toMatchObject({ ...ALL, ...expected });
  });

  test.each([
    ['content changed', { cacheResets: 1, secondsAfterEffect: -300 }],
    ['content unchanged', { cacheResets: 1, secondsAfterEffect: -300 }],
    ['new distribution', { cacheResets: 1, secondsAfterEffect: -300 }],
    ['busy distribution', { hasFailed: true }],
  ])('of AwsCustomResource is one call, %s', async (name, expected) => {
    expect(await run(AWS_CUSTOM_RESOURCE, name)).toMatchObject({ ...ALL, calls: 1, seconds: 0, ...expected });
    expect(await calls()).toEqual(['ResetDistributionCache']);
  });
});
