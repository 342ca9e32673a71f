import * as fc from 'fast-check';
import { canonical, type Value } from '../../../cli/cloudformation/value';
import { asCloudFormationSends } from '../../../cli/dry-run/cloudformation-strings';
import { plannedInput } from '../../../cli/dry-run/planned-call';
import type { PlannedCall } from '../../../cli/dry-run/planned-call';
import { makePlan } from '../../../cli/plan/make-plan';
import { CERTIFICATE } from '../../../lambda/certificate/name';
import { CertificateAccount } from '../../lambda/certificate-account';
import { type Properties, Stack } from '../../lambda/cloudformation';
import { assemblyStack, fakeAws, templateOf } from '../fake-aws';
import { simulatedLive } from '../simulated-live';

beforeAll(() => void jest.spyOn(console, 'info').mockImplementation(() => undefined));

const anyTemplate = fc.record({
  names: fc.constantFrom(['example.net'], ['example.net', 'www.example.net'], ['www.example.net', 'example.net'], ['example.edu']),
  certificateName: fc.constantFrom(undefined, undefined, undefined, 'site', 'site', 'theirs', 'nobodys'),
  validation: fc.constantFrom('zone', 'zone', 'manual'),
  waitForIssuance: fc.constantFrom(true, true, false),
  tags: fc.dictionary(fc.constantFrom('a', 'b'), fc.constantFrom('', '1'), { noNullPrototype: true }),
});
type AnyTemplate = typeof anyTemplate extends fc.Arbitrary<infer V> ? V : never;

const properties = (
  { names: [domainName, ...subjectAlternativeNames], certificateName, validation, waitForIssuance, tags }: AnyTemplate,
): Properties => ({
  domainName,
  ...(subjectAlternativeNames.length > 0 && { subjectAlternativeNames }),
  ...(certificateName !== undefined && { certificateName }),
  ...(validation === 'zone' && { hostedZones: [{ hostedZoneId: 'Z1' }] }),
  waitForIssuance,
  tags: Object.entries(tags).map(([key, value]) => ({ key, value })),
});

const anyOutside = fc.constantFrom('nothing', 'nothing', 'nothing', 'expired', 'failed', 'without owner', 'in use');
type AnyOutside = typeof anyOutside extends fc.Arbitrary<infer V> ? V : never;

/** Changes a certificate outside the stack. A seed without tags keeps the existing ones. */
function change({ service }: CertificateAccount, name: string, { names }: AnyTemplate, outside: AnyOutside): void {
  const [domainName, ...subjectAlternativeNames] = names;
  const seed = { domainName, subjectAlternativeNames };
  switch (outside) {
    case 'nothing': return;
    case 'expired': return service.seeds.seedCertificate(name, { ...seed, status: 'EXPIRED' });
    case 'failed': return service.seeds.seedCertificate(name, { ...seed, status: 'FAILED', requestFailureReason: 'CAA_ERROR' });
    case 'without owner': return service.seeds.seedCertificate(name, { ...seed, tags: [] });
    case 'in use': return void service.seeds.seedDistribution('other', { certificateName: name, alternativeDomainNames: [domainName] });
  }
}

function account(): CertificateAccount {
  const one = new CertificateAccount();
  one.service.seeds.seedCertificate('theirs', { domainName: 'example.net', tags: [{ key: 'cdk-lightsail-distribution:owner', value: 'created stack/Theirs' }] });
  one.service.seeds.seedCertificate('nobodys', { domainName: 'example.net', tags: [] });
  one.pass(7_200);
  return one;
}

/** A stack whose validation records are created, as a plan assumes. */
const stackOf = (one: CertificateAccount) => new Stack(one.host, (seconds) => {
  for (const name of one.requested) if (one.certificate(name)?.certificateDetail?.status === 'PENDING_VALIDATION') one.createRecords(name);
  one.pass(seconds);
}, 'web', { resourceType: CERTIFICATE, logicalId: 'Certificate' });

const resources = (props: object) => templateOf({ Certificate: { Type: CERTIFICATE, Properties: { ServiceToken: 'arn:aws:lambda:…', ...props } } });
const written = (one: CertificateAccount, since: number) => JSON.parse(JSON.stringify(one.writes.slice(since).map(({ operation, input, outcome }) =>
  ({ call: operation, input: plannedInput(input as object), isRefused: outcome !== 'ok' })))) as object[];
/** The calls of Lightsail. Route 53 has a separate log. */
const ofLightsail = (calls: readonly PlannedCall[]) => JSON.parse(JSON.stringify(calls.filter(({ call }) => call !== 'ChangeResourceRecordSets'))) as object[];
const ofRoute53 = (calls: readonly PlannedCall[]) =>
  calls.filter(({ call }) => call === 'ChangeResourceRecordSets').map(({ input }) => input.zones);

async function planned(one: CertificateAccount, template: ReturnType<typeof templateOf>, former?: Properties, physicalId = '') {
  const deployed = former && { web: { template: resources(former), physicalIds: { Certificate: physicalId } } };
  const { stacks: [{ resources: [plan] }] } =
    await makePlan([assemblyStack(template)], fakeAws(simulatedLive(one.service), deployed), one.clock.now());
  return plan;
}

describe('what plan says is what the next deployment calls, for certificates', () => {
  test('for an update', async () => {
    let compared = 0;
    await fc.assert(fc.asyncProperty(anyTemplate, anyTemplate, anyOutside, async (before, after, outside) => {
      const one = account();
      const stack = stackOf(one);
      const first = properties({ ...before, certificateName: before.certificateName && 'site' });
      expect(await stack.create(first)).toMatchObject({ status: 'CREATE_COMPLETE' });
      const { physicalId } = stack.resource!;
      one.pass(600);
      change(one, physicalId, before, outside);

      const second = properties(after);
      const plan = await planned(one, resources(second), first, physicalId);
      if (canonical(asCloudFormationSends(first) as Value) === canonical(asCloudFormationSends(second) as Value)) {
        expect(plan).toMatchObject({ action: 'none', calls: [] });
        return;
      }
      const [since, upserts] = [one.writes.length, one.upserts.length];
      const { reasons } = await stack.update(second);
      compared += 1;
      expect(plan.failure).toBe(reasons[0]?.split('\n')[0]);
      const real = written(one, since);
      const records = one.upserts.slice(upserts);
      // The calls after a failure are those of the rollback.
      const untilFailure = <T>(all: readonly T[], calls: readonly unknown[]) => (plan.failure === undefined ? all : all.slice(0, calls.length));
      expect(ofLightsail(plan.calls)).toEqual(untilFailure(real, ofLightsail(plan.calls)));
      expect(ofRoute53(plan.calls)).toEqual(untilFailure(records, ofRoute53(plan.calls)));
    }), { numRuns: 150 });
    expect(compared).toBeGreaterThan(50);
  });

  test('for a certificate that is removed from the template', async () => {
    await fc.assert(fc.asyncProperty(anyTemplate, anyOutside, async (before, outside) => {
      const one = account();
      const stack = stackOf(one);
      const first = properties({ ...before, certificateName: before.certificateName && 'site' });
      await stack.create(first);
      const { physicalId } = stack.resource!;
      one.pass(600);
      change(one, physicalId, before, outside);
      const plan = await planned(one, templateOf({}), first, physicalId);
      const since = one.writes.length;
      expect(await stack.delete()).toMatchObject({ status: plan.failure === undefined ? 'DELETE_COMPLETE' : 'DELETE_FAILED' });
      expect(ofLightsail(plan.calls)).toEqual(written(one, since));
    }), { numRuns: 60 });
  });
});
