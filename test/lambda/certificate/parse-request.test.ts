import * as fc from 'fast-check';
import { CERTIFICATE } from '../../../lambda/certificate/name';
import { parseRequest } from '../../../lambda/certificate/parse-request';
import type { ResourceEvent } from '../../../lambda/protocol/event';
import { truncateMessage } from '../../../lambda/protocol/message';
import { asCloudFormationSends } from '../cloudformation-strings';
import { anyMutations, isReadable, mutated } from '../mutations';
import { refusalOf } from '../refusal-of';

const STACK_ID = 'arn:aws:cloudformation:eu-west-1:111122223333:stack/web/1';
const ROLE = 'arn:aws:iam::444455556666:role/dns';

/** All properties, as CloudFormation sends them. */
const ALL = asCloudFormationSends({
  ServiceToken: 'arn:…',
  ServiceTimeout: 3_600,
  certificateName: 'my-cert',
  domainName: 'example.com',
  subjectAlternativeNames: ['www.example.com', 'example.org'],
  hostedZones: [{ hostedZoneId: 'Z1' }, { domainName: 'example.org', hostedZoneId: 'Z2', roleArn: ROLE }],
  tags: [{ key: 'team', value: 'web' }, { key: 'public', value: '' }],
  waitForIssuance: false,
  timeoutSeconds: 600,
}) as Record<string, unknown>;

const event = (properties: Record<string, unknown> = ALL, more: Partial<ResourceEvent> = {}): ResourceEvent => ({
  RequestType: 'Create', RequestId: 'request-1', ResourceType: CERTIFICATE, StackId: STACK_ID, LogicalResourceId: 'Certificate', ResourceProperties: properties, ...more,
});
const update = (properties: Record<string, unknown>, old: Record<string, unknown>, PhysicalResourceId: string) =>
  event(properties, { RequestType: 'Update', OldResourceProperties: old, PhysicalResourceId });

test('an event becomes a request', () => {
  expect(parseRequest(event(), 1_000)).toEqual({
    id: 'request-1',
    resource: `${STACK_ID}/Certificate`,
    construct: 'eu-west-1/web/Certificate',
    resourceName: 'my-cert',
    domainName: 'example.com',
    domainNames: ['example.com', 'example.org', 'www.example.com'],
    hostedZones: [{ hostedZoneId: 'Z1' }, { domainName: 'example.org', hostedZoneId: 'Z2', roleArn: ROLE }],
    tags: [{ key: 'team', value: 'web' }, { key: 'public', value: '' }],
    removedTags: [],
    isNew: true,
    waitForIssuance: false,
    timeoutSeconds: 600,
    startedAt: 1_000,
  });
});

test('an absent property has its default', () => {
  expect(parseRequest(event({ domainName: 'example.com' }), 0)).toEqual({
    id: 'request-1',
    resource: `${STACK_ID}/Certificate`,
    construct: 'eu-west-1/web/Certificate',
    resourceName: expect.stringMatching(/^web-Certificate-[0-9a-f]{12}$/),
    domainName: 'example.com',
    domainNames: ['example.com'],
    hostedZones: [],
    tags: [],
    removedTags: [],
    isNew: true,
    waitForIssuance: true,
    timeoutSeconds: 3_000,
    startedAt: 0,
  });
});

test('domain names are a set, in one order and spelling', () => {
  const { domainName, domainNames } = parseRequest(event({ domainName: 'Example.com', subjectAlternativeNames: ['b.example.com', 'A.example.com', 'example.COM', 'a.example.com'] }), 0);
  expect([domainName, domainNames]).toEqual(['Example.com', ['a.example.com', 'b.example.com', 'example.com']]);
});

test('ten domain names are allowed, however often each is given', () => {
  const ten = Array.from({ length: 9 }, (_, index) => `a${index}.example.com`);
  expect(parseRequest(event({ domainName: 'example.com', subjectAlternativeNames: [...ten, ...ten, 'example.com'] }), 0).domainNames).toHaveLength(10);
});

describe('CloudFormation does not know', () => {
  test.each<[string, ResourceEvent, boolean]>([
    ['a new one', event(), true],
    ['one of other domain names', update({ domainName: 'example.org' }, { domainName: 'example.com' }, 'web-Certificate-0'), true],
    ['one by another name', update(ALL, { ...ALL, certificateName: 'old-cert' }, 'old-cert'), true],
  ])('%s', (_what, one, isNew) => {
    expect(parseRequest(one, 0).isNew).toBe(isNew);
  });

  test('no other: one whose domain names are in another order is the same', () => {
    const { resourceName } = parseRequest(event({ domainName: 'example.com', subjectAlternativeNames: ['example.org'] }), 0);
    const swapped = { domainName: 'example.org', subjectAlternativeNames: ['example.com'] };
    expect(parseRequest(update(swapped, { domainName: 'example.com', subjectAlternativeNames: ['example.org'] }, resourceName), 0)).toMatchObject({ resourceName, isNew: false });
  });
});

describe('tags that were removed from the template', () => {
  const old = { ...ALL, tags: [{ key: 'team', value: 'cdn' }, { key: 'stage', value: 'live' }] };

  test('are those that it had and has no longer, with the values that they had', () => {
    expect(parseRequest(update(ALL, old, 'my-cert'), 0).removedTags).toEqual([{ key: 'stage', value: 'live' }]);
    expect(parseRequest(update({ ...ALL, tags: undefined }, old, 'my-cert'), 0).removedTags).toEqual(old.tags);
  });

  test.each<[string, Record<string, unknown>]>([
    ['they were those of another certificate', { ...old, certificateName: 'old-cert' }],
    ['they are unreadable, so that they were refused', { ...old, tags: 'all' }],
    ['there were none', { ...old, tags: undefined }],
  ])('are none if %s', (_what, before) => {
    expect(parseRequest(update(ALL, before, 'my-cert'), 0).removedTags).toEqual([]);
  });
});

test.each(['1', '3000'])('a timeout of %s seconds is allowed', (timeoutSeconds) => {
  expect(parseRequest(event({ ...ALL, timeoutSeconds }), 0).timeoutSeconds).toBe(Number(timeoutSeconds));
});

const refusal = (refused: ResourceEvent) => refusalOf(() => parseRequest(refused, 0));

describe('refused before any call', () => {
  const version = '; correct the value in the app, and deploy construct and handler from one version of the package';
  const NAME = '2 to 255 letters, digits, _ and - are allowed, with no - at either end';
  const DOMAIN = 'a full domain name without wildcard is allowed';
  const NUMBER = 'a whole number of 0 or more is allowed';

  test.each<[Record<string, unknown>, string]>([
    [{ domainName: undefined }, 'certificate.domainName: missing, got nothing; it is required'],
    [{ domainName: ['example.com'] }, 'certificate.domainName: not a string, got ["example.com"]; a string is allowed'],
    ...['', 'com', '*.example.com', 'example.com.', '-a.example.com', 'a-.example.com', 'exa mple.com', 'a..com', 'example.c', `${'a'.repeat(64)}.com`]
      .map((domainName): [Record<string, unknown>, string] => [{ domainName }, `certificate.domainName: malformed, got ${JSON.stringify(domainName)}; ${DOMAIN}`]),
    [{ domainName: `${'a.'.repeat(126)}com` }, `certificate.domainName: malformed, got "${'a.'.repeat(58)}...; ${DOMAIN}`],
    [{ domainName: 'a'.repeat(4_097) }, `certificate.domainName: too long, got "${'a'.repeat(116)}...; at most 4096 characters are allowed`],
    [{ subjectAlternativeNames: 'www.example.com' }, 'certificate.subjectAlternativeNames: not a list, got "www.example.com"; a list is allowed'],
    [{ subjectAlternativeNames: ['www.example.com', '*.example.com'] }, `certificate.subjectAlternativeNames[1]: malformed, got "*.example.com"; ${DOMAIN}`],
    [{ subjectAlternativeNames: [1] }, 'certificate.subjectAlternativeNames[0]: not a string, got 1; a string is allowed'],
    [{ subjectAlternativeNames: Array.from({ length: 10 }, (_, index) => `a${index}.example.com`) },
      'subjectAlternativeNames: too many domain names, got 11 with the domain name; at most 10 are allowed'],
    ...['my.cert', '-cert', 'cert-', 'c', ''].map((certificateName): [Record<string, unknown>, string] =>
      [{ certificateName }, `certificate.certificateName: malformed, got ${JSON.stringify(certificateName)}; ${NAME}`]),
    [{ certificateName: 'c'.repeat(256) }, `certificate.certificateName: malformed, got "${'c'.repeat(116)}...; ${NAME}`],
    [{ certificateName: 55 }, 'certificate.certificateName: not a string, got 55; a string is allowed'],
    [{ hostedZones: { hostedZoneId: 'Z1' } }, 'certificate.hostedZones: not a list, got {"hostedZoneId":"Z1"}; a list is allowed'],
    [{ hostedZones: ['Z1'] }, 'certificate.hostedZones[0]: not an object, got "Z1"; an object is allowed'],
    [{ hostedZones: [{ domainName: 'example.com' }] }, 'certificate.hostedZones[0].hostedZoneId: missing, got nothing; it is required'],
    [{ hostedZones: [{ hostedZoneId: '/hostedzone/Z1' }] }, 'certificate.hostedZones[0].hostedZoneId: malformed, got "/hostedzone/Z1"; the id of a hosted zone is allowed'],
    [{ hostedZones: [{ hostedZoneId: 'Z1' }, { hostedZoneId: '' }] }, 'certificate.hostedZones[1].hostedZoneId: malformed, got ""; the id of a hosted zone is allowed'],
    [{ hostedZones: [{ hostedZoneId: 'Z'.repeat(33) }] }, `certificate.hostedZones[0].hostedZoneId: malformed, got "${'Z'.repeat(33)}"; the id of a hosted zone is allowed`],
    [{ hostedZones: [{ hostedZoneId: 'Z1', domainName: '*.example.com' }] }, `certificate.hostedZones[0].domainName: malformed, got "*.example.com"; ${DOMAIN}`],
    ...['arn:aws:iam::44445555666:role/dns', 'arn:aws:iam::444455556666:user/dns', 'arn:aws:iam::444455556666:role/', 'dns'].map((roleArn): [Record<string, unknown>, string] =>
      [{ hostedZones: [{ hostedZoneId: 'Z1', roleArn }] }, `certificate.hostedZones[0].roleArn: malformed, got "${roleArn}"; the ARN of a role is allowed`]),
    [{ hostedZones: [{ hostedZoneId: 'Z1', ttl: '60' }] },
      'certificate.hostedZones[0].ttl: unknown member, got "60"; allowed are domainName, hostedZoneId, roleArn'],
    [{ tags: 'team' }, 'certificate.tags: not a list, got "team"; a list is allowed'],
    [{ tags: [{ key: 'team' }] }, 'certificate.tags[0].value: missing, got nothing; it is required'],
    [{ tags: [{ value: 'web' }] }, 'certificate.tags[0].key: missing, got nothing; it is required'],
    ...['aws:x', 'AWS:x', 'cdk-lightsail-distribution:owner'].map((key): [Record<string, unknown>, string] =>
      [{ tags: [{ key, value: '' }] }, `certificate.tags[0].key: malformed, got "${key}"; a key must not begin with "aws:" or "cdk-lightsail-distribution:"`]),
    [{ waitForIssuance: 'maybe' }, 'certificate.waitForIssuance: not a boolean, got "maybe"; true or false is allowed'],
    [{ timeoutSeconds: 'long' }, `certificate.timeoutSeconds: not a whole number, got "long"; ${NUMBER}`],
    [{ timeoutSeconds: '1.5' }, `certificate.timeoutSeconds: not a whole number, got "1.5"; ${NUMBER}`],
    ...['0', '3001'].map((timeoutSeconds): [Record<string, unknown>, string] =>
      [{ timeoutSeconds }, `timeoutSeconds: out of range, got ${timeoutSeconds}; 1 to 3000 are allowed`]),
    [{ ServiceToken: {} }, 'certificate.ServiceToken: not a string, got {}; a string is allowed'],
    [{ wildcard: 'yes' }, 'certificate.wildcard: unknown member, got "yes"; allowed are ServiceToken, ServiceTimeout, certificateName, domainName, '
      + 'subjectAlternativeNames, hostedZones, tags, waitForIssuance, timeoutSeconds'],
    [JSON.parse('{"__proto__": "x"}'), 'certificate.__proto__: unknown member, got "x"; allowed are ServiceToken, ServiceTimeout, certificateName, domainName, '
      + 'subjectAlternativeNames, hostedZones, tags, waitForIssuance, timeoutSeconds'],
  ])('%j', (changed, message) => {
    const properties = Object.fromEntries([...Object.entries(ALL), ...Object.entries(changed)]);
    expect(refusal(event(properties))).toBe(`Certificate: ${message}${version}`);
  });

  test('law: whatever is wrong with the properties, they are read or refused with a readable message', () => {
    fc.assert(fc.property(anyMutations, (mutations) => {
      const message = refusal(event(mutated(ALL, mutations)));
      // The handler shortens every message.
      if (message !== undefined) expect(isReadable(truncateMessage(message), /^Certificate: /)).toBe(true);
    }), { numRuns: 300 });
  });
});

test('law: whatever the domain names, the request has each of them once, in lower case', () => {
  const anyName = fc.tuple(fc.stringMatching(/^[a-zA-Z\d]{1,3}$/), fc.constantFrom('com', 'Com')).map((labels) => labels.join('.'));
  fc.assert(fc.property(fc.array(anyName, { minLength: 1, maxLength: 10 }), ([domainName, ...subjectAlternativeNames]) => {
    const lower = [domainName, ...subjectAlternativeNames].map((name) => name.toLowerCase());
    expect(parseRequest(event({ domainName, subjectAlternativeNames }), 0).domainNames).toEqual([...new Set(lower)].sort());
  }));
});
