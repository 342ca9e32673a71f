import { owned } from './account';
import { Stack } from './cloudformation';
import { inputsOf, overHttp } from './handler-over-http';
import type { SimulatorControl } from '../../simulator';

const OWNER = 'cdk-lightsail-distribution:owner';
const CREATED = 'created arn:aws:cloudformation:eu-west-1:111122223333:stack/web/0b5f8a1e/Cdn';
const FENCE = expect.stringMatching(/^cdk-lightsail-distribution:request:[0-9a-f]{12}$/);

const given = (settings: object = {}, more: object = {}, tags: Readonly<Record<string, string>> = { team: 'web' }) =>
  owned(settings, { ...more, tags: Object.entries(tags).map(([key, value]) => ({ key, value })) });

overHttp((handler) => {
  const { calls, live, settingWrites, writes } = handler;
  let control: SimulatorControl;
  let stack: Stack;

  const tags = async () => Object.fromEntries(((await live()).tags ?? []).map(({ key, value }) => [key, value]));
  const names = async () => (await control.snapshot()).distributions.map(({ name }) => name);
  const deployments = async () => (await settingWrites()).map(({ operation }) => operation);

  beforeEach(async () => {
    control = handler.simulator.control;
    stack = new Stack(handler.host, handler.pass);
    await control.removeDistribution('my-cdn');
    await control.seedOrigin('web', { regionName: 'eu-west-1', resourceType: 'Instance' });
    await control.seedCertificate('cert-1', { domainName: 'example.com', subjectAlternativeNames: ['www.example.com'] });
    await control.seedCertificate('cert-2', { domainName: 'example.org' });
  });

  describe('a distribution of the stack', () => {
    test('create: 1 write with everything, 1 deployment', async () => {
      const settings = {
        origin: { name: 'web', protocolPolicy: 'https-only', responseTimeout: 5 },
        cacheBehaviorSettings: { defaultTTL: 0 },
        certificateName: 'cert-1',
        customErrorResponses: [{ errorCode: 404, responseCode: '200', responsePagePath: '/index.html' }],
      };
      expect(await stack.create(given(settings))).toMatchObject({
        status: 'CREATE_COMPLETE', data: { distributionName: 'my-cdn', status: 'Deployed', alternativeDomainNames: 'example.com,www.example.com', changes: 'created' },
      });
      expect(await calls()).toEqual([
        'GetDistributions', 'GetCertificates', 'CreateDistribution',
        // 0 to 40 s: the deployment is in progress. 50 s: the distribution is deployed, which its operation and its certificate confirm.
        'GetDistributions', 'GetDistributions', 'GetDistributions', 'GetDistributions', 'GetDistributions',
        'GetDistributions', 'GetOperation', 'GetCertificates', 'UntagResource',
      ]);
      expect(inputsOf(await writes())).toEqual([
        ['CreateDistribution', {
          distributionName: 'my-cdn',
          bundleId: 'small_1_0',
          defaultCacheBehavior: { behavior: 'cache' },
          ...settings,
          origin: { ...settings.origin, regionName: 'eu-west-1' },
          customErrorResponses: [{ ...settings.customErrorResponses[0], errorCachingMinTTL: 10 }],
          tags: [{ key: 'team', value: 'web' }, { key: OWNER, value: CREATED }, { key: FENCE, value: expect.stringMatching(/^\d{13} web-1 CreateDistribution@\d{13}$/) }],
        }],
        ['UntagResource', { resourceName: 'my-cdn', tagKeys: [FENCE] }],
      ]);
      expect(await tags()).toEqual({ team: 'web', [OWNER]: CREATED });
    });

    describe('that exists', () => {
      beforeEach(async () => {
        expect(await stack.create(given({ certificateName: 'cert-1' }))).toMatchObject({ status: 'CREATE_COMPLETE' });
        await control.clearCalls();
      });

      test('update where nothing differs: 1 read, 0 writes', async () => {
        expect(await stack.update(given({ certificateName: 'cert-1' }))).toMatchObject({ status: 'UPDATE_COMPLETE', data: { changes: 'nothing changed' } });
        expect(await calls()).toEqual(['GetDistributions']);
      });

      test('update of a setting: 1 write, 1 deployment', async () => {
        expect(await stack.update(given({ certificateName: 'cert-1', isEnabled: false }))).toMatchObject({ data: { changes: 'isEnabled: true -> false' } });
        expect(await calls()).toEqual([
          'GetDistributions', 'UpdateDistribution',
          'GetOperation', 'GetOperation', 'GetOperation',
          'GetOperation', 'GetDistributions', 'GetOperation', 'GetDistributions', 'GetOperation', 'GetDistributions',
        ]);
        expect(await live()).toMatchObject({ isEnabled: false });
      });

      test('tags alone: 1 read, 1 write for put tags and 1 for removed ones, 0 deployments', async () => {
        expect(await stack.update(given({ certificateName: 'cert-1' }, {}, { team: 'cdn', stage: 'live' }))).toMatchObject({
          data: { changes: 'tag team: "web" -> "cdn"; tag stage: nothing -> "live"' },
        });
        expect(await calls()).toEqual(['GetDistributions', 'TagResource']);
        await control.clearCalls();
        expect(await stack.update(given({ certificateName: 'cert-1' }, {}, { stage: 'test' }))).toMatchObject({
          data: { changes: 'tag stage: "live" -> "test"; tag team: "cdn" -> nothing' },
        });
        expect(await calls()).toEqual(['GetDistributions', 'TagResource', 'UntagResource']);
        expect(await tags()).toEqual({ stage: 'test', [OWNER]: CREATED });
      });

      test('another certificate: 1 deployment', async () => {
        expect(await stack.update(given({ certificateName: 'cert-2' }))).toMatchObject({
          data: { alternativeDomainNames: 'example.org', changes: 'certificateName: "cert-1" -> "cert-2"' },
        });
        expect(await calls()).toEqual([
          'GetDistributions', 'GetCertificates', 'TagResource', 'UpdateDistribution',
          'GetDistributions', 'GetDistributions', 'GetDistributions', 'GetDistributions', 'GetDistributions',
          'GetDistributions', 'GetOperation', 'GetCertificates', 'UntagResource',
        ]);
        expect(inputsOf(await settingWrites())).toEqual([
          ['UpdateDistribution', { distributionName: 'my-cdn', certificateName: 'cert-2', useDefaultCertificate: false }],
        ]);
      });

      test('another name: the new one is created, then the old one deleted', async () => {
        expect(await stack.update(given({ certificateName: 'cert-2' }, { distributionName: 'new-cdn' }))).toMatchObject({
          status: 'UPDATE_COMPLETE', data: { distributionName: 'new-cdn', changes: 'created' }, reasons: [],
        });
        expect(await names()).toEqual(['other-cdn', 'new-cdn']);
        expect(inputsOf(await settingWrites())).toEqual([
          ['CreateDistribution', expect.objectContaining({ distributionName: 'new-cdn' })], ['DeleteDistribution', { distributionName: 'my-cdn' }],
        ]);
      });

      test('another name, which fails: the new one is deleted, the old one is unchanged', async () => {
        const before = await live();
        await control.fault({ operation: 'CreateDistribution', kind: 'failedOperation', code: 'EdgeFull', message: 'No room at the edge' });
        expect(await stack.update(given({}, { distributionName: 'new-cdn' }), { forgetsNewId: true })).toMatchObject({
          status: 'UPDATE_ROLLBACK_COMPLETE',
          reasons: [expect.stringMatching(/^new-cdn: CreateDistribution operation \S+ \(Failed\) failed: EdgeFull: No room at the edge; correct the cause and deploy again$/)],
        });
        expect(await live()).toEqual(before);
        expect(await names()).toEqual(['other-cdn', 'my-cdn']);
        expect(await deployments()).toEqual(['CreateDistribution', 'DeleteDistribution']);
      });

      test('a sibling that fails in the meantime: the cancelled update writes nothing more, the rollback reverts everything', async () => {
        const wanted = given({ certificateName: 'cert-1', isEnabled: false, ipAddressType: 'ipv4' }, {}, { team: 'cdn' });
        expect(await stack.update(wanted, { siblingFailsAfter: 2 })).toMatchObject({ status: 'UPDATE_ROLLBACK_COMPLETE', reasons: [] });
        expect(stack.unheard).toMatchObject([{ status: 'FAILED', reason: expect.stringMatching(/^my-cdn: superseded by a later request for the same resource before /) }]);
        expect(await live()).toMatchObject({ isEnabled: true, ipAddressType: 'dualstack' });
        expect(await tags()).toEqual({ team: 'web', [OWNER]: CREATED });
      });

      test('delete: 1 write, complete when it is deleted', async () => {
        expect(await stack.delete()).toEqual({ status: 'DELETE_COMPLETE', reasons: [] });
        expect(await calls()).toEqual(['GetDistributions', 'DeleteDistribution', 'GetOperation', 'GetOperation', 'GetOperation', 'GetOperation', 'GetDistributions']);
        expect(await names()).toEqual(['other-cdn']);
      });

      test('delete of the account\'s last one', async () => {
        await control.removeDistribution('other-cdn');
        expect(await stack.delete()).toEqual({ status: 'DELETE_COMPLETE', reasons: [] });
        expect(await names()).toEqual([]);
      });
    });

    test('adopt: what differs is written, and removing the construct leaves the distribution', async () => {
      await control.seedDistribution('my-cdn', { origin: { name: 'web', regionName: 'eu-west-1' }, tags: [{ key: 'theirs', value: 'x' }] });
      expect(await stack.create(given({ isEnabled: false }, { onExisting: 'adopt' }))).toMatchObject({
        status: 'CREATE_COMPLETE', data: { changes: 'isEnabled: true -> false; adopted; tag team: nothing -> "web"' },
      });
      expect((await writes()).map(({ operation }) => operation)).toEqual(['TagResource', 'UpdateDistribution', 'TagResource', 'UntagResource']);
      await control.clearCalls();
      expect(await stack.delete()).toEqual({ status: 'DELETE_COMPLETE', reasons: [] });
      expect(await calls()).toEqual(['GetDistributions', 'UntagResource']);
      expect(await tags()).toEqual({ theirs: 'x', team: 'web' });
    });

    test.each(['cutBefore', 'cutAfter', 'serverError'] as const)('create with a lost response (%s): there is one distribution', async (kind) => {
      await control.fault({ operation: 'CreateDistribution', kind });
      expect(await stack.create(given())).toMatchObject({ status: 'CREATE_COMPLETE', data: { changes: 'created' } });
      expect(await names()).toEqual(['other-cdn', 'my-cdn']);
      expect(await tags()).toEqual({ team: 'web', [OWNER]: CREATED });
    });
  });
});
