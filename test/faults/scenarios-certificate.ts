import { FOREIGN_DISTRIBUTION } from './external-certificate-change';
import { after, foreign as foreignOf, type Scenario } from './scenario';
import type { Template } from './site';
import type { World } from './world';
import { CERTIFICATE } from '../../lambda/certificate/name';
import { OWNER_KEY } from '../../lambda/tags/owner';
import type { ServiceBehaviour } from '../../simulator';
import { owned } from '../lambda/account';
import type { Circumstances, Properties } from '../lambda/cloudformation';

const IDENTITY = { resourceType: CERTIFICATE, logicalId: 'Certificate' };
/** The hosted zone in the policies against which the calls are checked. */
const ZONE = { hostedZones: [{ hostedZoneId: 'Z1' }] };
const TAGS = [{ key: 'team', value: 'web' }, { key: 'flag', value: '' }];
/** In seconds, longer than any single disturbance. */
const TIMEOUT = 600;
/** In seconds, for certificates that are not validated in time. */
const SHORT_TIMEOUT = 60;

const ONE = ['shop.example.com'];
const TWO = [...ONE, 'www.shop.example.com'];
/** Domain names for which no certificate is issued. */
const REFUSED = ['shop.example.com', 'shop.amazonaws.com'];
/** For a while after a write, reads show the distribution as deployed, with its former settings. */
const SEEN_LATE: Partial<ServiceBehaviour> = { statusLagSeconds: 12, newSettingsShown: 'whenDeployed' };

const certificate = ([domainName, ...subjectAlternativeNames]: readonly string[], more: object = ZONE): Properties =>
  ({ domainName, subjectAlternativeNames, tags: TAGS, timeoutSeconds: TIMEOUT, ...more });
const manual = (names: readonly string[]) => certificate(names, { timeoutSeconds: SHORT_TIMEOUT });

const template = (names: readonly string[], settings: object = {}, more: object = {}): Template => ({
  certificate: certificate(names),
  distribution: (certificateName) => owned({ ...settings, certificateName }, more),
});
/** Lightsail refuses these settings, because the rules require that WAF is enabled. */
const WITH_REFUSED_RULES = { enableWaf: false, wafRules: [{ name: 'AWSManagedRulesCommonRuleSet' }] };

const foreign = foreignOf(FOREIGN_DISTRIBUTION);
const created = (properties: Properties = certificate(ONE)) => after(foreign, (world) => world.stack('web', IDENTITY).create(properties));
const siteCreated = after(foreign, (world) => world.site().create(template(ONE)));

/** Creates the validation records outside the stack. */
const createRecords = ([domainName, ...subjectAlternativeNames]: readonly string[]) => ({ account: { service } }: World) => {
  const certificateName = 'for-its-records';
  service.call('CreateCertificate', { certificateName, domainName, subjectAlternativeNames });
  const [{ certificateDetail }] = service.call('GetCertificates', { certificateName }).certificates;
  for (const { resourceRecord: { name, value } } of certificateDetail!.domainValidationRecords) service.seeds.seedDnsRecord(name, { value });
  service.call('DeleteCertificate', { certificateName });
};

const create = (properties: Properties, circumstances?: Circumstances): Scenario => ({
  arrange: foreign,
  play: async (world) => {
    const stack = world.stack('web', IDENTITY);
    await world.play(stack, () => stack.create(properties, circumstances));
  },
});
const update = (properties: Properties, circumstances?: Circumstances, before?: Properties): Scenario => ({
  arrange: created(before),
  play: async (world) => {
    const [stack] = world.stacks;
    await world.play(stack, () => stack.update(properties, circumstances));
  },
});
const remove = (...more: ((world: World) => unknown)[]): Scenario => ({
  arrange: after(created(), ...more),
  play: async (world) => {
    const [stack] = world.stacks;
    await world.play(stack, () => stack.delete());
  },
});
/** The construct of a certificate with `RemovalPolicy.RETAIN` is removed. Then the construct is added again. */
const retained = (circumstances?: Circumstances, again: Properties = certificate(ONE), before = again): Scenario => ({
  arrange: after(created(before), ({ stacks: [stack] }) => { stack.resource = undefined; }),
  play: async (world) => {
    const [stack] = world.stacks;
    await world.play(stack, () => stack.create(again, circumstances));
  },
});

const name = (world: World) => world.stacks[0].resources[0].physicalId;
const attachElsewhere = (world: World) => {
  world.account.service.call('AttachCertificateToDistribution', { distributionName: FOREIGN_DISTRIBUTION, certificateName: name(world) });
};
const deleteOutsideStack = (world: World) => world.account.service.call('DeleteCertificate', { certificateName: name(world) });

const createSite = (wanted: Template, circumstances?: Parameters<ReturnType<World['site']>['create']>[1]): Scenario => ({
  arrange: foreign,
  play: async (world) => {
    const site = world.site();
    await world.play(site, () => site.create(wanted, circumstances));
  },
});
/** The distribution gets another certificate. Then the former certificate is deleted. */
const swap = (wanted: Template, circumstances?: Parameters<ReturnType<World['site']>['update']>[1]): Scenario => ({
  arrange: siteCreated,
  play: async (world) => {
    const [site] = world.stacks;
    await world.play(site, () => site.update(wanted, circumstances));
  },
});

export const CERTIFICATE_SCENARIOS: Readonly<Record<string, Scenario>> = {
  'certificate': create(certificate(ONE)),
  'certificate of several names': create(certificate(TWO)),
  'certificate whose records come late': { ...create(certificate(ONE)), behaviour: { validationRecordSeconds: 15 } },
  'certificate in a DNS of Lightsail': { ...create(certificate(ONE, {})), behaviour: { dnsRecordCreation: 'SUCCEEDED' } },
  'certificate without waiting': create(certificate(ONE, { ...ZONE, waitForIssuance: false })),
  'certificate that is refused': create(certificate(REFUSED)),
  'certificate over one that no stack owns': create(certificate(ONE, { ...ZONE, certificateName: 'cert-1' })),
  'certificate cancelled at once': create(certificate(ONE), { siblingFailsAfter: 0 }),
  'certificate cancelled': create(certificate(ONE), { siblingFailsAfter: 1 }),
  'certificate, then a sibling fails': create(certificate(ONE), { siblingFailsAfter: Infinity }),
  'certificate by hand, too late, and again': {
    arrange: foreign,
    play: async (world) => {
      const stack = world.stack('web', IDENTITY);
      await world.play(stack, () => stack.create(manual(ONE)));
      createRecords(ONE)(world);
      await world.play(stack, () => stack.recreate(manual(ONE)), 'ROLLBACK_COMPLETE');
    },
  },
  'certificate by hand, too late, again and cancelled': {
    arrange: foreign,
    play: async (world) => {
      const stack = world.stack('web', IDENTITY);
      await world.play(stack, () => stack.create(manual(ONE)));
      world.account.pass(7_200);
      createRecords(ONE)(world);
      await world.play(stack, () => stack.recreate(manual(ONE), { siblingFailsAfter: 0 }), 'ROLLBACK_COMPLETE');
      await world.play(stack, () => stack.recreate(manual(ONE)), 'ROLLBACK_COMPLETE');
    },
  },
  'certificate by hand, after three days, and again': {
    arrange: foreign,
    play: async (world) => {
      const stack = world.stack('web', IDENTITY);
      await world.play(stack, () => stack.create(manual(ONE)));
      world.account.pass(3 * 86_400);
      await world.play(stack, () => stack.recreate(manual(ONE)), 'ROLLBACK_COMPLETE');
      createRecords(ONE)(world);
      await world.play(stack, () => stack.recreate(manual(ONE)), 'ROLLBACK_COMPLETE');
    },
  },

  'update the tags of a certificate': update(certificate(ONE, { ...ZONE, tags: [{ key: 'team', value: 'cdn' }, { key: 'stage', value: 'test' }] })),
  'update a certificate without a difference': update(certificate(ONE, { ...ZONE, timeoutSeconds: TIMEOUT + 1 })),
  'update a certificate that was deleted outside the stack': {
    ...update(certificate(ONE, { ...ZONE, timeoutSeconds: TIMEOUT + 1 })), arrange: after(created(), deleteOutsideStack),
  },
  'add a domain name': update(certificate(TWO)),
  'add a domain name that is refused': update(certificate(REFUSED)),
  'add a domain name that is refused, forgotten': update(certificate(REFUSED), { forgetsNewId: true }),
  'add a domain name, cancelled at once': update(certificate(TWO), { siblingFailsAfter: 0 }),
  'add a domain name, cancelled': update(certificate(TWO), { siblingFailsAfter: 1 }),
  'add a domain name, then a sibling fails': update(certificate(TWO), { siblingFailsAfter: Infinity }),
  'add a domain name by hand, too late, and again': {
    arrange: created(),
    play: async (world) => {
      const [stack] = world.stacks;
      await world.play(stack, () => stack.update(manual(TWO)));
      createRecords(TWO)(world);
      await world.play(stack, () => stack.update(manual(TWO)), 'UPDATE_ROLLBACK_COMPLETE');
    },
  },
  'rename a certificate': update(certificate(ONE, { ...ZONE, certificateName: 'shop-2' }), {}, certificate(ONE, { ...ZONE, certificateName: 'shop-1' })),
  'rename a certificate, cancelled': update(
    certificate(ONE, { ...ZONE, certificateName: 'shop-2' }), { siblingFailsAfter: 1 }, certificate(ONE, { ...ZONE, certificateName: 'shop-1' })),

  'delete a certificate': remove(),
  'delete a certificate that was deleted outside the stack': remove(deleteOutsideStack),
  'delete a certificate with another owner': remove(({ account: { service }, stacks: [{ resources: [{ physicalId }] }] }) =>
    service.call('TagResource', { resourceName: physicalId, tags: [{ key: OWNER_KEY, value: 'created somebody else' }] })),
  'delete a certificate in use, until it is released': {
    arrange: after(created(), attachElsewhere),
    play: async (world) => {
      const [stack] = world.stacks;
      await world.play(stack, () => stack.delete({ pollSeconds: 200 }));
      world.releaseCertificates();
      await world.play(stack, () => stack.delete(), 'DELETE_FAILED');
    },
  },
  'certificate retained, and defined again': retained(),
  'certificate retained, and defined again soon': { ...retained(), age: 60 },
  'certificate retained, defined again and cancelled': retained({ siblingFailsAfter: 0 }),
  'certificate retained, soon defined again and cancelled': { ...retained({ siblingFailsAfter: 0 }), age: 60 },
  'certificate retained, and defined again for other domain names': retained(
    {}, certificate(TWO, { ...ZONE, certificateName: 'shop-1' }), certificate(ONE, { ...ZONE, certificateName: 'shop-1' })),
  'a whole lifecycle of a certificate': {
    arrange: foreign,
    play: async (world) => {
      const stack = world.stack('web', IDENTITY);
      await world.play(stack, () => stack.create(certificate(ONE)));
      await world.play(stack, () => stack.update(certificate(ONE, { ...ZONE, tags: [] })));
      await world.play(stack, () => stack.update(certificate(TWO)));
      await world.play(stack, () => stack.delete());
    },
  },

  'site': createSite(template(ONE)),
  'site whose distribution fails': createSite(template(ONE, { wafRules: WITH_REFUSED_RULES.wafRules })),
  'site cancelled': createSite(template(ONE), { siblingFailsAfter: 2 }),
  'site cancelled with its certificate': createSite(template(ONE), { during: 'certificate', siblingFailsAfter: 1 }),
  'site, then a sibling fails': createSite(template(ONE), { siblingFailsAfter: Infinity }),
  'swap': swap(template(TWO)),
  'swap with late reads': { ...swap(template(TWO)), behaviour: SEEN_LATE },
  'swap without waiting': swap(template(TWO, {}, { waitForDeployment: false })),
  'swap to a certificate that is refused': swap(template(REFUSED)),
  'swap with a distribution that fails': swap(template(TWO, WITH_REFUSED_RULES)),
  'swap cancelled with the certificate': swap(template(TWO), { during: 'certificate', siblingFailsAfter: 1 }),
  'swap cancelled at once': swap(template(TWO), { siblingFailsAfter: 0 }),
  'swap cancelled': swap(template(TWO), { siblingFailsAfter: 2 }),
  'swap, then a sibling fails': swap(template(TWO), { siblingFailsAfter: Infinity }),
  'delete a site': {
    arrange: siteCreated,
    play: async (world) => {
      const [site] = world.stacks;
      await world.play(site, () => site.delete());
    },
  },
};
