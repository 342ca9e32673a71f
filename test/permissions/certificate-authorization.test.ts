import { isAllowed, type Authorization } from './evaluate';
import { DNS_ROLE, policiesOf, type Use } from './policies';

const STACK_ID = 'arn:aws:cloudformation:eu-west-1:111122223333:stack/web/0b5f8a1e';
/** The name of the other stack begins with that of the stack. The later stack has the same name, and was created later. */
const OTHER_STACK_ID = 'arn:aws:cloudformation:eu-west-1:111122223333:stack/web2/0b5f8a1e';
const LATER_STACK_ID = 'arn:aws:cloudformation:eu-west-1:111122223333:stack/web/9c4d7b2f';

const OWNER = 'cdk-lightsail-distribution:owner';
const CONSTRUCT = 'cdk-lightsail-distribution:construct';
const FENCE = 'cdk-lightsail-distribution:request:c591d5cbb447';

type Tags = Readonly<Record<string, string>>;

const owner = (word: string, stackId = STACK_ID): Tags => ({ [OWNER]: `${word} ${stackId}/Certificate` });
const construct = (of: string): Tags => ({ [CONSTRUCT]: of });

const OURS = { ...owner('created'), ...construct('eu-west-1/web/Certificate') };
const THEIRS = { ...owner('created', OTHER_STACK_ID), ...construct('eu-west-1/web2/Certificate') };
/** The tags of a certificate that a deployment of a stack of this name released. */
const LEFT = construct('eu-west-1/web/Certificate');
const WITHOUT_OWNER = { team: 'web' };

const resourceType = 'Certificate';
const tag = (resourceTags: Tags, requestTags: Tags): Authorization => ({ action: 'lightsail:TagResource', resourceType, resourceTags, requestTags, tagKeys: Object.keys(requestTags) });
const untag = (resourceTags: Tags, ...tagKeys: string[]): Authorization => ({ action: 'lightsail:UntagResource', resourceType, resourceTags, tagKeys });
const remove = (resourceTags: Tags): Authorization => ({ action: 'lightsail:DeleteCertificate', resourceType, resourceTags });
const create = (requestTags: Tags): Authorization => ({ action: 'lightsail:CreateCertificate', requestTags, tagKeys: Object.keys(requestTags) });

const STACKS: Readonly<Record<string, readonly Use[]>> = {
  'settings': ['settings'],
  'distributions': ['owned', 'adopting'],
  'certificate': ['certificate'],
  'certificate by role': ['certificateByRole'],
  'all': ['settings', 'owned', 'adopting', 'certificate', 'certificateByRole'],
};
const allowedIn = (call: Authorization, stackId = STACK_ID) =>
  Object.entries(STACKS).filter(([, uses]) => isAllowed(policiesOf(uses, stackId), call)).map(([name]) => name);

const OWNING = ['certificate', 'certificate by role', 'all'];

test('a certificate is requested with the owner tag of the stack only', () => {
  expect(allowedIn(create({ ...OURS, team: 'web' }))).toEqual(OWNING);
  expect(allowedIn(create(THEIRS))).toEqual([]);
  expect(allowedIn(create(owner('adopted')))).toEqual([]);
  expect(allowedIn(create(LEFT))).toEqual([]);
  expect(allowedIn(create({}))).toEqual([]);
});

test('a certificate is deleted by the stack that owns it only', () => {
  expect(allowedIn(remove(OURS))).toEqual(OWNING);
  expect(allowedIn(remove(owner('adopted')))).toEqual([]);
  for (const resourceTags of [THEIRS, LEFT, WITHOUT_OWNER, {}]) expect(allowedIn(remove(resourceTags))).toEqual([]);
});

describe('a tag', () => {
  test('is written and removed on a certificate of the stack only', () => {
    for (const [resourceTags, stacks] of [[OURS, OWNING], [THEIRS, []], [WITHOUT_OWNER, []], [LEFT, []]] as const) {
      expect(allowedIn(tag(resourceTags, { team: 'cdn', [FENCE]: '1780272000000 request-1' }))).toEqual(stacks);
      expect(allowedIn(untag(resourceTags, 'team', FENCE))).toEqual(stacks);
    }
  });

  test('needs a key on what the stack does not own', () => {
    for (const action of ['lightsail:TagResource', 'lightsail:UntagResource']) {
      for (const resourceTags of [LEFT, WITHOUT_OWNER]) expect(allowedIn({ action, resourceType, resourceTags })).toEqual([]);
    }
  });
});

describe('the owner tag', () => {
  test('is put on what a deployment of a stack of this name left, together with the fence of the request and the tags of the template', () => {
    expect(allowedIn(tag(LEFT, { ...owner('created'), [FENCE]: '1780272000000 request-1', team: 'web' }))).toEqual(OWNING);
    expect(allowedIn(tag(LEFT, owner('created', LATER_STACK_ID)), LATER_STACK_ID)).toEqual(OWNING);
  });

  test.each<[string, Tags]>([
    ['another stack', construct('eu-west-1/web2/Certificate')],
    ['a stack of this name in another Region', construct('us-east-1/web/Certificate')],
    ['something that only begins like it', construct('eu-west-1/web')],
    ['no stack', WITHOUT_OWNER],
  ])('is not put on what a deployment of %s left', (_what, resourceTags) => {
    expect(allowedIn(tag(resourceTags, owner('created')))).toEqual([]);
    // Not even together with the tag that allows it otherwise.
    expect(allowedIn(tag(resourceTags, OURS))).toEqual([]);
  });

  test('is put there as that of the stack itself only', () => {
    expect(allowedIn(tag(LEFT, owner('created', OTHER_STACK_ID)))).toEqual([]);
    expect(allowedIn(tag(LEFT, owner('created', LATER_STACK_ID)))).toEqual([]);
    expect(allowedIn(tag(LEFT, owner('adopted')))).toEqual([]);
  });

  test('of another stack is neither replaced nor removed, whatever construct the certificate is of', () => {
    for (const resourceTags of [THEIRS, { ...THEIRS, ...LEFT }, { ...owner('created', LATER_STACK_ID), ...LEFT }]) {
      expect(allowedIn(tag(resourceTags, owner('created')))).toEqual([]);
      expect(allowedIn(untag(resourceTags, OWNER))).toEqual([]);
    }
  });

  test('of the stack is removed, but not given to another stack', () => {
    expect(allowedIn(untag(OURS, OWNER))).toEqual(OWNING);
    expect(allowedIn(tag(OURS, THEIRS))).toEqual([]);
    expect(allowedIn(tag(OURS, owner('adopted')))).toEqual([]);
  });

  test('is removed once more where it is removed, as a release is sent again if its response was lost, and only the fence is removed with it', () => {
    for (const keys of [[OWNER], [OWNER, FENCE]]) expect(allowedIn(untag(LEFT, ...keys))).toEqual(OWNING);
    expect(allowedIn(untag(LEFT, FENCE))).toEqual([]);
    expect(allowedIn(untag(LEFT, OWNER, CONSTRUCT))).toEqual([]);
    expect(allowedIn(untag(WITHOUT_OWNER, OWNER, 'team'))).toEqual([]);
  });
});

test('what belongs to no one cannot be deleted in two steps: no stack can take what none of its name left', () => {
  const takeover = ['created', 'adopting', 'adopted'].map((word) => tag(WITHOUT_OWNER, owner(word)));
  const disguise = tag(WITHOUT_OWNER, LEFT);
  expect([...takeover, disguise].flatMap((call) => allowedIn(call))).toEqual([]);
});

test('the permissions for certificates and for distributions are separate', () => {
  const actions = ['DeleteDistribution', 'UpdateDistribution', 'SetIpAddressType', 'TagResource', 'UntagResource'];
  for (const name of actions) {
    const call = { action: `lightsail:${name}`, resourceTags: OURS, tagKeys: ['team'], requestTags: { team: 'web' } };
    expect(allowedIn(call).filter((stack) => stack.startsWith('certificate'))).toEqual([]);
  }
  expect(allowedIn({ action: 'lightsail:CreateDistribution', requestTags: OURS }).filter((stack) => stack.startsWith('certificate'))).toEqual([]);
  expect(allowedIn({ action: 'lightsail:AttachCertificateToDistribution', resourceTags: OURS })).toEqual(['settings', 'distributions', 'all']);
});

test('reads are allowed', () => {
  for (const name of ['GetCertificates', 'GetDistributions', 'GetOperation', 'GetOperationsForResource']) expect(allowedIn({ action: `lightsail:${name}` })).toEqual(Object.keys(STACKS));
});

describe('a validation record', () => {
  const change = (names: readonly string[], { types = ['CNAME'], actions = ['UPSERT'], zone = 'Z1' } = {}): Authorization => ({
    action: 'route53:ChangeResourceRecordSets',
    other: {
      resource: `arn:aws:route53:::hostedzone/${zone}`,
      context: {
        'route53:ChangeResourceRecordSetsNormalizedRecordNames': [...names],
        'route53:ChangeResourceRecordSetsRecordTypes': types,
        'route53:ChangeResourceRecordSetsActions': actions,
      },
    },
  });
  const RECORD = '_28bf0eba.example.com';

  test('of a domain name of the certificate is created or replaced in its hosted zone', () => {
    for (const names of [[RECORD], ['_cc3c275a.www.example.com'], [RECORD, '_cc3c275a.www.example.com']]) expect(allowedIn(change(names))).toEqual(['certificate', 'all']);
  });

  test.each<[string, Authorization]>([
    ['a record of another zone', change([RECORD], { zone: 'Z9' })],
    ['a record of a zone that another role writes to', change(['_28bf0eba.example.org'], { zone: 'Z2' })],
    ['the record of the site', change(['www.example.com'])],
    ['the record of the apex', change(['example.com'])],
    ['a record of another domain name', change(['_28bf0eba.example.org'])],
    ['a record of a subdomain that only ends like the domain name', change(['_28bf0eba.myexample.com'])],
    ['a record besides', change([RECORD, 'www.example.com'])],
    ['an address', change([RECORD], { types: ['A'] })],
    ['an address besides', change([RECORD, RECORD], { types: ['CNAME', 'A'] })],
    ['the deletion of a record', change([RECORD], { actions: ['DELETE'] })],
    ['the deletion of a record besides', change([RECORD, RECORD], { actions: ['UPSERT', 'DELETE'] })],
    ['the zone itself', { action: 'route53:DeleteHostedZone', other: { resource: 'arn:aws:route53:::hostedzone/Z1', context: {} } }],
  ])('is all that is written: not %s', (_what, call) => {
    expect(allowedIn(call)).toEqual([]);
  });
});

test('the role for a hosted zone of another account is assumed where a certificate needs it, and no other role is', () => {
  const assume = (resource: string): Authorization => ({ action: 'sts:AssumeRole', other: { resource, context: {} } });
  expect(allowedIn(assume(DNS_ROLE))).toEqual(['certificate by role', 'all']);
  expect(allowedIn(assume(`${DNS_ROLE}-admin`))).toEqual([]);
});
