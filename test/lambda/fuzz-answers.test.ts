import * as fc from 'fast-check';
import { HostileLightsail, type Tamper } from './hostile-lightsail';
import { anyMutations, isReadable, mutated } from './mutations';
import { eventOf, OneCall, propertiesOf, RESET_EVENTS, SETTINGS_OF_ANOTHER, type CallOutcome } from './one-call';
import { DISTRIBUTION } from '../../lambda/distribution/name';
import type { Lightsail } from '../../lambda/lightsail/lightsail';
import type { ResourceEvent } from '../../lambda/protocol/event';

const endpoint = new HostileLightsail();
const before = { ...process.env };
let lightsail: Lightsail;

beforeAll(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined);
  Object.assign(process.env, { AWS_ENDPOINT_URL_LIGHTSAIL: await endpoint.start(), AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' });
  lightsail = jest.requireActual<typeof import('../../lambda/lightsail/client')>('../../lambda/lightsail/client').lightsailClient();
});

afterAll(async () => {
  process.env = before;
  await endpoint.stop();
});

const WANTED = {
  isEnabled: 'false',
  ipAddressType: 'ipv4',
  certificateName: 'cert-1',
  defaultRootObject: 'index.html',
  cacheBehaviorSettings: { defaultTTL: '60', allowedHTTPMethods: 'GET,HEAD', forwardedCookies: { option: 'all' } },
};
const CREATED = { ...WANTED, origin: { name: 'web-1' } };

const NEW: Partial<ResourceEvent> = { ResourceProperties: propertiesOf(DISTRIBUTION, CREATED, { distributionName: 'new-cdn', tags: [{ key: 'team', value: 'web' }] }) };

const EVENTS: readonly ResourceEvent[] = [
  eventOf('Create', DISTRIBUTION, NEW),
  eventOf('Update', DISTRIBUTION, { ...NEW, OldResourceProperties: propertiesOf(DISTRIBUTION, {}) }),
  ...[DISTRIBUTION, SETTINGS_OF_ANOTHER].flatMap((type) => [
    eventOf('Update', type, { ResourceProperties: propertiesOf(type, WANTED), OldResourceProperties: propertiesOf(type, {}) }),
    eventOf('Update', type, { ResourceProperties: propertiesOf(type, {}), OldResourceProperties: propertiesOf(type, WANTED) }),
    eventOf('Delete', type, { ResourceProperties: propertiesOf(type, WANTED) }),
  ]),
  ...RESET_EVENTS,
];

/** A call of a request in a valid state: the first call, or a poll after this number of seconds. */
const anyCall = fc.record({ event: fc.constantFrom(...EVENTS), afterSeconds: fc.constantFrom(undefined, 10, 400, 4_000) });

async function outcomeOf({ event, afterSeconds }: { event: ResourceEvent; afterSeconds: number | undefined }, tamper: Tamper): Promise<CallOutcome> {
  const account = new OneCall();
  account.service.seeds.seedCertificate('cert-1', { domainName: 'example.com' });
  let call = event;
  if (afterSeconds !== undefined) {
    call = { ...event, ...JSON.parse(JSON.stringify((await account.outcome(event)).answer)) as object };
    account.clock.advance(afterSeconds);
  }
  Object.assign(endpoint, { service: account.service, tamper });
  return account.outcome(call, lightsail);
}

/** Expects that, for any response, the handler makes only the writes of the request, and that a failure has a readable message. */
function expectSafe({ RequestType, ResourceType }: ResourceEvent, { error, writes, touched }: CallOutcome): void {
  const isOwned = ResourceType === DISTRIBUTION;
  if (error) expect({ name: error.name, message: error.message }).toEqual({ name: 'RequestFailed', message: expect.stringMatching(/^(my|new)-cdn: /) });
  if (error) expect([error.message, isReadable(error.message, /^/)]).toEqual([error.message, true]);
  expect(writes.filter((write) => write === 'DeleteDistribution').length).toBeLessThanOrEqual(isOwned && RequestType === 'Delete' ? 1 : 0);
  expect(writes.filter((write) => write === 'CreateDistribution').length).toBeLessThanOrEqual(isOwned && RequestType !== 'Delete' ? 1 : 0);
  expect(touched.filter((name) => name !== 'my-cdn' && name !== 'new-cdn')).toEqual([]);
}

const OPERATIONS = [
  'GetDistributions', 'GetDistributions', 'GetCertificates', 'GetOperation', 'GetOperationsForResource', 'TagResource', 'UntagResource',
  'CreateDistribution', 'UpdateDistribution', 'SetIpAddressType', 'DeleteDistribution', 'ResetDistributionCache',
];

/** Members that the handler does not use, and a time, which the SDK also parses from a text. */
const DISREGARDED = /^\/distributions\/0\/(supportCode|location|subdomain|resourceType|createdAt)/;

/** Whether every member has its original type or is missing. */
function hasTypesOf(honest: unknown, answered: unknown): boolean {
  if (Array.isArray(honest)) return Array.isArray(answered) && answered.every((entry) => honest.length === 0 || hasTypesOf(honest[0], entry));
  if (typeof honest !== 'object' || honest === null) return typeof honest === typeof answered;
  // The SDK reads a list as an object without members.
  if (Array.isArray(answered)) return true;
  return typeof answered === 'object' && answered !== null && Object.entries(answered).every(([name, member]) =>
    member === null || !Object.hasOwn(honest, name) || hasTypesOf((honest as Record<string, unknown>)[name], member));
}

const DEEP = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;

function asJson(value: object): string {
  try {
    return JSON.stringify(value);
  } catch {
    // The nesting is too deep for the SDK, but not for `JSON.parse`.
    return `{"distributions":${DEEP},"operation":${DEEP},"operations":${DEEP}}`;
  }
}

describe('fuzzed answers', () => {
  test('law: a distribution that cannot be read leads to no write, is not taken as deleted, and completes no request', async () => {
    let malformed = 0;
    await fc.assert(fc.asyncProperty(anyCall, anyMutations, async (call, wrong) => {
      let isMalformed = false;
      const outcome = await outcomeOf(call, (operation, answer) => {
        if (operation !== 'GetDistributions' || answer.status !== 200) return answer;
        const honest = JSON.parse(answer.body) as { distributions: { name: string }[] };
        const answered = mutated(honest, wrong, new RegExp(`^(?!${DISREGARDED.source.slice(1)})`));
        // An empty list may be left out.
        if (answered.distributions == null) return { ...answer, body: asJson(answered) };
        isMalformed ||= !Array.isArray(answered.distributions) || !hasTypesOf(honest, answered)
          || answered.distributions.some((one) => one.name !== honest.distributions[0].name);
        return { ...answer, body: asJson(answered) };
      });
      expectSafe(call.event, outcome);
      if (!isMalformed) return;
      malformed += 1;
      expect(outcome.writes).toEqual([]);
      if (call.event.ResourceType === DISTRIBUTION || call.event.RequestType !== 'Delete') {
        expect(outcome.answer ?? {}).not.toMatchObject({ IsComplete: true });
        expect(outcome.answer ?? {}).not.toMatchObject({ Progress: { complete: true } });
      }
    }), { seed: 1, numRuns: 350 });
    expect(malformed).toBeGreaterThan(100);
  });

  test('an error with the HTTP status of a success does not mean that there is none', async () => {
    for (const event of EVENTS.filter(({ ResourceType }) => ResourceType === DISTRIBUTION)) {
      const { answer, writes } = await outcomeOf({ event, afterSeconds: undefined }, (operation, answered) =>
        (operation === 'GetDistributions' ? { ...answered, status: 200, body: '{"__type":"InternalFailure","message":"no"}' } : answered));
      expect([writes, answer]).toMatchObject([[], { Progress: { state: { phase: 'unobserved' } } }]);
    }
  });

  test('law: whatever is wrong with the response to any call, the request waits for a better one, or reports what is wrong', async () => {
    await fc.assert(fc.asyncProperty(anyCall, fc.constantFrom(...OPERATIONS), anyMutations, async (call, tampered, wrong) => {
      const outcome = await outcomeOf(call, (operation, answer) =>
        (operation === tampered ? { ...answer, body: asJson(mutated(JSON.parse(answer.body) as object, wrong)) } : answer));
      expectSafe(call.event, outcome);
    }), { seed: 2, numRuns: 250 });
  });

  test('law: the same holds for any body, whatever its status and type', async () => {
    await fc.assert(fc.asyncProperty(anyCall, fc.constantFrom(...OPERATIONS), fc.constantFrom(...Object.keys(BODIES)),
      fc.constantFrom(200, 204, 400, 401, 403, 404, 418), fc.constantFrom('application/x-amz-json-1.1', 'text/html', 'application/cbor', ''),
      async (call, tampered, name, status, contentType) => {
        const outcome = await outcomeOf(call, (operation, answer) => (operation === tampered
          ? { status, headers: { ...(contentType && { 'content-type': contentType }) }, body: BODIES[name] } : answer));
        expectSafe(call.event, outcome);
      }), { seed: 3, numRuns: 300 });
  });
});

const MANY = 10_000_000;

const BODIES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['', ' ', 'null', '[]', '{}', '5', 'true', '"text"', '{', '{"distributions":', '{"distributions":[]}', '{"distributions":{}}', '{"operation":{}}',
    '{"operation":[]}', '{"operations":[{}]}', '{"operations":"all"}', '<html><body>Bad gateway</body></html>', '\u0000\u0001', 'InvalidInputException',
    '{"__type":"InvalidInputException","message":"no"}', '{"__type":5,"message":6}', '{"__type":{},"message":{"a":1}}', '{"__type":[],"Message":[]}',
    '{"__type":"InvalidInputException","message":null,"code":{},"tip":[],"docs":5}', '{"__type":"__proto__","message":"constructor"}',
    '{"code":5}', '{"code":"constructor"}', '{"__proto__":{"polluted":true}}', '{"message":"line one\\n\\n line two\\r\\nline three\\u2028four"}',
    '{"operations":[],"nextPageToken":"again"}', '{"operations":[],"nextPageToken":{}}', '{"__type":"Nonsense","tip":{"trim":1},"message":"no"}'].map((body) => [body, body])),
  '10 MB of spaces': ' '.repeat(MANY),
  '10 MB in a message': `{"__type":"InvalidInputException","message":"${'x '.repeat(MANY / 2)}","code":"${'c'.repeat(1_000)}","tip":"${'t'.repeat(MANY / 10)}"}`,
  '10 MB of HTML': `<html>${'<p>'.repeat(MANY / 3)}`,
  // With 10 MB of text, the SDK takes half a minute, because it treats each character as a member.
  '100 KB of text': `"${'x'.repeat(100_000)}"`,
  '10 MB in a member': `{"distributions":"${'x'.repeat(MANY)}"}`,
  'many operations': `{"operations":[${'{},'.repeat(300_000)}{}]}`,
  'deep lists': DEEP,
  'deep distributions': `{"distributions":${DEEP}}`,
};
