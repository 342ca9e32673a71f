import { isAllowed, type Authorization } from './evaluate';
import { policiesOf, type Use } from './policies';

const STACK_ID = 'arn:aws:cloudformation:eu-west-1:111122223333:stack/web/0b5f8a1e';
const OTHER_STACK_ID = 'arn:aws:cloudformation:eu-west-1:111122223333:stack/web2/0b5f8a1e';
const OWNER = 'cdk-lightsail-distribution:owner';
const REQUEST = 'cdk-lightsail-distribution:request:0123456789ab';

const owner = (word: string, stackId = STACK_ID) => ({ [OWNER]: `${word} ${stackId}/Cdn` });
const fence = { [REQUEST]: '1800000000000 request-1' };

const OURS = owner('created');
const THEIRS = owner('created', OTHER_STACK_ID);
const WITHOUT_OWNER = { team: 'web' };

const tag = (resourceTags: Record<string, string>, requestTags: Record<string, string>): Authorization =>
  ({ action: 'lightsail:TagResource', resourceTags, requestTags, tagKeys: Object.keys(requestTags) });
const untag = (resourceTags: Record<string, string>, ...tagKeys: string[]): Authorization => ({ action: 'lightsail:UntagResource', resourceTags, tagKeys });
const create = (requestTags: Record<string, string>): Authorization =>
  ({ action: 'lightsail:CreateDistribution', requestTags, tagKeys: Object.keys(requestTags) });

const STACKS: Readonly<Record<string, readonly Use[]>> = {
  'settings': ['settings'],
  'owned': ['owned'],
  'adopting': ['adopting'],
  'settings and owned': ['settings', 'owned'],
  'all': ['settings', 'owned', 'adopting'],
};
const allowedIn = (call: Authorization) =>
  Object.entries(STACKS).filter(([, uses]) => isAllowed(policiesOf(uses, STACK_ID), call)).map(([name]) => name);

const OWNING = ['owned', 'adopting', 'settings and owned', 'all'];
const EVERY = Object.keys(STACKS);
const WITH_SETTINGS = ['settings', 'settings and owned', 'all'];
const ADOPTING = ['adopting', 'all'];

const READS = ['GetCertificates', 'GetDistributions', 'GetOperation', 'GetOperationsForResource'];

describe.each(['UpdateDistribution', 'UpdateDistributionBundle', 'SetIpAddressType', 'AttachCertificateToDistribution'])('%s', (name) => {
  const action = `lightsail:${name}`;
  test('is allowed for a distribution of the stack where it owns one, and for any where it manages settings', () => {
    expect(allowedIn({ action, resourceTags: OURS })).toEqual(EVERY);
    expect(allowedIn({ action, resourceTags: owner('adopted') })).toEqual(EVERY);
    expect(allowedIn({ action, resourceTags: THEIRS })).toEqual(WITH_SETTINGS);
    expect(allowedIn({ action, resourceTags: WITHOUT_OWNER })).toEqual(WITH_SETTINGS);
  });
});

test('a distribution is deleted by the stack that owns it only', () => {
  const action = 'lightsail:DeleteDistribution';
  expect(allowedIn({ action, resourceTags: OURS })).toEqual(OWNING);
  expect(allowedIn({ action, resourceTags: THEIRS })).toEqual([]);
  expect(allowedIn({ action, resourceTags: WITHOUT_OWNER })).toEqual([]);
});

test('a distribution is created with the owner tag of the stack only', () => {
  expect(allowedIn(create({ ...OURS, ...fence, team: 'web' }))).toEqual(OWNING);
  expect(allowedIn(create({ ...THEIRS, ...fence }))).toEqual([]);
  expect(allowedIn(create(owner('adopted')))).toEqual([]);
  expect(allowedIn(create({ team: 'web' }))).toEqual([]);
});

describe('a tag', () => {
  test('of a request is written and removed on any distribution where the stack manages settings, otherwise on its own', () => {
    for (const resourceTags of [THEIRS, WITHOUT_OWNER]) {
      expect(allowedIn(tag(resourceTags, fence))).toEqual(WITH_SETTINGS);
      expect(allowedIn(untag(resourceTags, REQUEST))).toEqual(WITH_SETTINGS);
    }
    expect(allowedIn(tag(OURS, fence))).toEqual(EVERY);
    expect(allowedIn(untag(OURS, REQUEST))).toEqual(EVERY);
  });

  test('of the user is written and removed on a distribution of the stack only, also together with that of a request', () => {
    for (const [resourceTags, stacks] of [[OURS, OWNING], [THEIRS, []], [WITHOUT_OWNER, []]] as const) {
      expect(allowedIn(tag(resourceTags, { team: 'cdn' }))).toEqual(stacks);
      expect(allowedIn(tag(resourceTags, { ...fence, team: 'cdn' }))).toEqual(stacks);
      expect(allowedIn(untag(resourceTags, 'team'))).toEqual(stacks);
      expect(allowedIn(untag(resourceTags, 'team', REQUEST))).toEqual(stacks);
    }
  });

  test('needs a key: a call without keys is denied on what the stack does not own', () => {
    for (const action of ['lightsail:TagResource', 'lightsail:UntagResource']) expect(allowedIn({ action, resourceTags: WITHOUT_OWNER })).toEqual([]);
  });
});

describe('the owner tag', () => {
  test('is put on a distribution without one only by a stack that adopts, and only as its own', () => {
    expect(allowedIn(tag(WITHOUT_OWNER, { ...owner('adopting'), ...fence, team: 'web' }))).toEqual(ADOPTING);
    expect(allowedIn(tag(WITHOUT_OWNER, owner('adopted')))).toEqual(ADOPTING);
    expect(allowedIn(tag(WITHOUT_OWNER, { ...owner('adopting', OTHER_STACK_ID), ...fence }))).toEqual([]);
    // Only an adopted distribution is released when the stack is deleted.
    expect(allowedIn(tag(WITHOUT_OWNER, { ...OURS, ...fence }))).toEqual([]);
  });

  test('of another stack is neither replaced nor removed', () => {
    for (const word of ['created', 'adopting', 'adopted']) {
      expect(allowedIn(tag(THEIRS, { ...owner(word), ...fence }))).toEqual([]);
    }
    expect(allowedIn(untag(THEIRS, OWNER))).toEqual([]);
  });

  test('is removed once more where it is deleted, as a release is sent again if its response was lost, and nothing else is removed with it', () => {
    expect(allowedIn(untag(WITHOUT_OWNER, OWNER))).toEqual(OWNING);
    expect(allowedIn(untag(WITHOUT_OWNER, OWNER, REQUEST))).toEqual(OWNING);
    expect(allowedIn(untag(WITHOUT_OWNER, OWNER, 'team'))).toEqual([]);
    expect(allowedIn(untag(THEIRS, OWNER, REQUEST))).toEqual([]);
  });

  test('of the stack is changed and removed, but not given to another stack', () => {
    expect(allowedIn(tag(OURS, owner('adopted')))).toEqual(OWNING);
    expect(allowedIn(untag(OURS, OWNER))).toEqual(OWNING);
    expect(allowedIn(tag(OURS, THEIRS))).toEqual([]);
  });

  test('cannot be used to delete what belongs to no one: no stack without adoption can take it, and none can delete it before', () => {
    const takeover = ['created', 'adopting', 'adopted'].map((word) => tag(WITHOUT_OWNER, owner(word)));
    expect(takeover.flatMap(allowedIn).filter((stack) => !ADOPTING.includes(stack))).toEqual([]);
  });
});

describe('a cache reset', () => {
  const action = 'lightsail:ResetDistributionCache';
  const isAllowedIn = (use: Use, resourceTags: Record<string, string>, call = action) =>
    isAllowed(policiesOf([use], STACK_ID), { action: call, resourceTags });

  test('is allowed for a distribution of the stack if the distribution is one, otherwise for any', () => {
    const uses = (tags: Record<string, string>) => (['ownCacheReset', 'cacheReset'] as const).filter((use) => isAllowedIn(use, tags));
    for (const tags of [OURS, owner('adopting'), owner('adopted')]) expect(uses(tags)).toEqual(['ownCacheReset', 'cacheReset']);
    for (const tags of [THEIRS, WITHOUT_OWNER]) expect(uses(tags)).toEqual(['cacheReset']);
  });

  test('allows nothing else but reads', () => {
    for (const name of READS) expect(isAllowed(policiesOf(['cacheReset'], STACK_ID), { action: `lightsail:${name}` })).toBe(true);
    for (const name of ['UpdateDistribution', 'DeleteDistribution', 'TagResource', 'UntagResource']) {
      expect(isAllowedIn('cacheReset', OURS, `lightsail:${name}`)).toBe(false);
    }
  });
});

test('reads are allowed in every stack, and nothing else is', () => {
  for (const name of READS) expect(allowedIn({ action: `lightsail:${name}` })).toEqual(EVERY);
  for (const name of ['DeleteCertificate', 'DetachCertificateFromDistribution', 'ResetDistributionCache', 'DeleteInstance', 'CreateCertificate']) {
    expect(allowedIn({ action: `lightsail:${name}`, resourceTags: OURS })).toEqual([]);
  }
});
