import type { LightsailDistribution } from '@aws-sdk/client-lightsail';
import * as fc from 'fast-check';
import { isReadable } from './mutations';
import { eventOf, OneCall, propertiesOf, RESET_EVENTS, SETTINGS_OF_ANOTHER, STACK_ID } from './one-call';
import { simulatedLightsail } from './simulated-lightsail';
import { DISTRIBUTION } from '../../lambda/distribution/name';
import type { Lightsail } from '../../lambda/lightsail/lightsail';
import type { ResourceEvent } from '../../lambda/protocol/event';
import { fenceKey } from '../../lambda/tags/fence';
import { OWNER_KEY } from '../../lambda/tags/owner';

beforeAll(() => void jest.spyOn(console, 'info').mockImplementation(() => undefined));

const RESOURCE = `${STACK_ID}/Cdn`;
const WANTED = { isEnabled: 'false', ipAddressType: 'ipv4' };

const EVENTS: readonly ResourceEvent[] = [
  eventOf('Create', DISTRIBUTION, { ResourceProperties: propertiesOf(DISTRIBUTION, { origin: { name: 'web-1' } }, { distributionName: 'new-cdn' }) }),
  ...[DISTRIBUTION, SETTINGS_OF_ANOTHER].flatMap((type) => [
    eventOf('Create', type, { ResourceProperties: propertiesOf(type, WANTED) }),
    eventOf('Update', type, { ResourceProperties: propertiesOf(type, WANTED), OldResourceProperties: propertiesOf(type, {}) }),
    eventOf('Delete', type, { ResourceProperties: propertiesOf(type, WANTED) }),
  ]),
  ...RESET_EVENTS,
];

/** A call of a request in a valid state: the first call, or a poll after this number of seconds. */
const anyCall = fc.record({ event: fc.constantFrom(...EVENTS), afterSeconds: fc.constantFrom(undefined, 10, 400, 4_000) });

interface Call {
  readonly event: ResourceEvent;
  readonly afterSeconds: number | undefined;
}

async function outcomeOf({ event, afterSeconds }: Call, disturb: (port: Lightsail) => Lightsail) {
  const account = new OneCall();
  const first = afterSeconds === undefined ? undefined : await account.outcome(event);
  account.clock.advance(afterSeconds ?? 0);
  const outcome = await account.outcome({ ...event, ...first?.answer }, disturb(simulatedLightsail(account.service)));
  if (outcome.error) {
    expect(outcome.error.name).toBe('RequestFailed');
    expect([outcome.error.message, isReadable(outcome.error.message, /^(my|new)-cdn: /)]).toEqual([outcome.error.message, true]);
  }
  return outcome;
}

const anyOwner = fc.constantFrom(undefined, '', ' ', 'x', 'created', `created ${STACK_ID}/Other`, `created  ${RESOURCE}`, `${RESOURCE}`, `Created ${RESOURCE}`,
  `adopting ${RESOURCE}`, `adopted ${RESOURCE}`, `created ${RESOURCE}`, `created ${RESOURCE}@0123456789abcdef`, '__proto__', 'o'.repeat(10_000));

/** Fences of this request or another one, with invalid times, steps and calls. */
const anyFence = fc.constantFrom(undefined, '', ' ', 'x', 'NaN request-1', '-1 request-1', '1e999 request-1', '12', '12 ', '12 request-1 ', '12  request-1',
  '12.5 request-1', `${'9'.repeat(30)} request-2`, '999999999999999 request-2', '12 request-1 UpdateDistribution', '12 request-1 UpdateDistribution@',
  '12 request-1 UpdateDistribution@NaN', '12 request-1 @12', '12 request-1 CreateDistribution@x', '12 request-1 __proto__@12', '12 request-1 constructor@12',
  `12 request-1${' UpdateDistribution@12'.repeat(1_000)}`, `12 request-2${' CreateDistribution@12'.repeat(1_000)}`, `12 ${'r'.repeat(100_000)}`);

const anyLive: fc.Arbitrary<LightsailDistribution> = fc.record({
  status: fc.constantFrom(undefined, '', 'Deployed', 'deployed', 'Exploded', '__proto__', 'unknown'.repeat(500)),
  createdAt: fc.constantFrom(undefined, new Date(0), new Date(8.64e15), new Date('2026-06-01T00:00:00Z')),
  bundleId: fc.constantFrom(undefined, 'small_1_0', 'tiny_9_9'),
  ipAddressType: fc.constantFrom(undefined, 'ipv4' as const, 'ipv9' as never),
  tags: fc.tuple(anyOwner, anyFence).map(([owner, fence]) => [
    {}, { key: 'alone' }, { value: 'without a key' },
    ...(owner === undefined ? [] : [{ key: OWNER_KEY, value: owner }]),
    ...(fence === undefined ? [] : [{ key: fenceKey(RESOURCE), value: fence }]),
  ]),
});

test('law: a request never writes to a distribution whose tags do not make its resource the owner', async () => {
  await fc.assert(fc.asyncProperty(anyCall, anyLive, async (call, odd) => {
    const { answer, writes } = await outcomeOf(call, (port) => ({
      ...port,
      distribution: async (name) => {
        const live = await port.distribution(name);
        return live && { ...live, ...odd };
      },
    }));
    const owner = odd.tags!.find(({ key }) => key === OWNER_KEY)?.value;
    const fence = odd.tags!.find(({ key }) => key === fenceKey(RESOURCE))?.value;
    const isOwned = call.event.ResourceType === DISTRIBUTION;
    const isOurs = /^(created|adopting|adopted) /.test(owner ?? '') && owner!.replace(/^\w+ /, '') === RESOURCE;
    const isNew = call.event.ResourceProperties.distributionName === 'new-cdn';
    // A distribution that CloudFormation knows by this name may have lost its owner tag, but cannot have another owner.
    const isLost = call.event.RequestType === 'Update' && !owner;
    if (isOwned && !isOurs && !isLost && !(isNew && call.afterSeconds === undefined)) expect(writes).toEqual([]);
    if (owner !== `created ${RESOURCE}`) expect(writes).not.toContain('DeleteDistribution');
    // A poll writes settings only with its own fence, or if it replaces a readable, older fence.
    const isUnreadable = fence !== undefined && !/^\d{1,15} [\w-]+( \w+@\d+)*$/.test(fence);
    if (isUnreadable && call.afterSeconds !== undefined && call.event.RequestType !== 'Delete') {
      expect(writes.filter((write) => /^(Update|Set)/.test(write))).toEqual([]);
    }
    expect(Buffer.byteLength(JSON.stringify(answer ?? {}))).toBeLessThan(20_000);
  }), { seed: 1, numRuns: 1_500 });
});

const ERRORS = {
  'null': null,
  'undefined': undefined,
  'a number': 5,
  'a text': 'no',
  'a symbol': Symbol('no'),
  'an empty object': {},
  'a list': ['no'],
  'no object of its own': Object.create(null) as object,
  'a number for a message': { name: 'Error', message: 5 },
  'an object for a message': { name: {}, message: { message: { message: 'no' } }, code: [], tip: {} },
  'no metadata': { name: 'Nonsense', message: 'no', $metadata: null, $fault: 5 },
  'a text for a status': { name: 'Nonsense', message: 'no', $metadata: { httpStatusCode: 'x' } },
  'a prototype for a name': { name: '__proto__', message: 'constructor', code: 'toString' },
  'lines': new Error('one\n two\r\nthree\u2028four'),
  '10 MB of letters': Object.assign(new Error('x'.repeat(10_000_000)), { code: 'c'.repeat(10_000_000), tip: 't'.repeat(10_000_000) }),
  '10 MB of spaces': new Error(`a${' '.repeat(10_000_000)}b`),
  'a stack overflow': new RangeError('Maximum call depth exceeded'),
};

test('law: an error of any shape is reported in short, or retried; nothing is written after a failed read', async () => {
  const methods = ['distribution', 'certificate', 'operation', 'operationsFor', 'send', 'delete', 'tag', 'untag'] as const;
  const anyError = fc.constantFrom(...Object.keys(ERRORS) as (keyof typeof ERRORS)[]);
  await fc.assert(fc.asyncProperty(anyCall, fc.constantFrom(...methods), anyError, async (call, method, error) => {
    const { writes } = await outcomeOf(call, (port) => ({ ...port, [method]: () => Promise.reject(ERRORS[error] as Error) }));
    if (method === 'distribution') expect(writes).toEqual([]);
  }), { seed: 2, numRuns: 1_000 });
});
