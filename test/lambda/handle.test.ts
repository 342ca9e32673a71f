import { eventOf, propertiesOf, SETTINGS_OF_ANOTHER } from './one-call';
import { contextOf, simulatedLightsail } from './simulated-lightsail';
import { DISTRIBUTION } from '../../lambda/distribution/name';
import { handle } from '../../lambda/handle';
import type { Lightsail } from '../../lambda/lightsail/lightsail';
import { type ResourceEvent, resourceId } from '../../lambda/protocol/event';
import { ownerTag } from '../../lambda/tags/owner';
import { LightsailService, ManualClock } from '../../simulator';

const clock = new ManualClock();
let logged: Record<string, unknown>[];
beforeEach(() => {
  logged = [];
  jest.spyOn(console, 'info').mockImplementation((line) => void logged.push(JSON.parse(String(line)) as Record<string, unknown>));
});

const withoutDistribution = () => simulatedLightsail(new LightsailService({ clock }));
const call = (event: ResourceEvent, lightsail: Lightsail = withoutDistribution()) => handle(contextOf(lightsail, () => clock.now()), event);
const create = (type: string, settings: object) => eventOf('Create', type, { ResourceProperties: propertiesOf(type, settings) });
const failure = (promise: Promise<unknown>) => promise.then(() => undefined, (error: Error) => error);

test('a first call for settings that fails is reported at once: there is nothing to delete', async () => {
  const error = await failure(call(create(SETTINGS_OF_ANOTHER, { isEnabled: false })));
  const message = 'my-cdn: no such distribution in this account; '
    + 'names are listed by `aws lightsail get-distributions --region us-east-1`; correct the name or create the distribution first';
  expect(error).toMatchObject({ name: 'RequestFailed', message, stack: `RequestFailed: ${message}` });
  expect(logged.at(-1)).toEqual({ event: 'failed', message });
});

test('a first call for a new distribution that fails is reported by a poll, which a Delete follows', async () => {
  const message = expect.stringContaining('my-cdn: certificateName: cannot attach "no-cert", got no such certificate in us-east-1') as string;
  const event = create(DISTRIBUTION, { origin: { name: 'web' }, certificateName: 'no-cert' });
  const answer = await call(event);
  expect(answer).toEqual({ PhysicalResourceId: 'my-cdn', Progress: { startedAt: clock.now(), state: { phase: 'failed', message } } });
  expect(await failure(call({ ...event, ...answer }))).toMatchObject({ name: 'RequestFailed', message });
});

test('malformed input is reported at once, as it never had an effect', async () => {
  expect(await failure(call(create(DISTRIBUTION, { isEnabled: 'perhaps' })))).toMatchObject({ name: 'InputError' });
});

test('an unexpected error is internal, with its stack trace in the log only', async () => {
  const broken = { distribution: () => Promise.resolve({ status: 'InProgress', get tags(): never { throw new TypeError('broken'); } }) } as object as Lightsail;
  expect(await failure(call(create(SETTINGS_OF_ANOTHER, { isEnabled: false }), broken)))
    .toMatchObject({ name: 'InternalError', message: 'broken', stack: 'InternalError: broken' });
  expect(logged.at(-1)).toEqual({ event: 'failed', message: 'broken', stack: expect.stringContaining('TypeError: broken') });
});

test.each(['Update', 'Delete'] as const)('an %s must say which resource it is about', async (type) => {
  const event = eventOf(type, DISTRIBUTION, { ResourceProperties: propertiesOf(DISTRIBUTION, {}), PhysicalResourceId: undefined });
  const error = { name: 'InputError', message: 'event.PhysicalResourceId: not a string, got nothing; a string is allowed' };
  expect(await failure(call(event))).toMatchObject(error);
  expect(await failure(call({ ...event, PhysicalResourceId: 'my-cdn', Progress: { startedAt: 1, state: { phase: 'unobserved' } } }))).toMatchObject(error);
});

test('a poll that is not complete says only that', async () => {
  const event = eventOf('Delete', DISTRIBUTION, { ResourceProperties: propertiesOf(DISTRIBUTION, {}) });
  const busy = { distribution: () => Promise.resolve({ name: 'my-cdn', status: 'InProgress', tags: [ownerTag(resourceId(event), 'created')] }) } as object as Lightsail;
  const progress = { startedAt: clock.now(), physicalResourceId: 'my-cdn', state: { phase: 'deleting', found: true } };
  expect(await call({ ...event, Progress: progress }, busy)).toEqual({ IsComplete: false });
});

test('a rollback that waits both for its settings and for what the cancelled update left forgets neither', async () => {
  const event = eventOf('Update', DISTRIBUTION, {
    ResourceProperties: propertiesOf(DISTRIBUTION, { isEnabled: false }), OldResourceProperties: propertiesOf(DISTRIBUTION, {}, { distributionName: 'new-cdn' }),
  });
  const busy = {
    distribution: (name: string) => Promise.resolve({ name, status: 'InProgress', createdAt: new Date(clock.now()), tags: [ownerTag(resourceId(event), 'created')] }),
    operationsFor: () => Promise.resolve([]),
    tag: () => Promise.resolve(),
  } as object as Lightsail;
  expect(await call(event, busy)).toMatchObject({ Progress: { state: { phase: 'waiting', fenced: true } } });
});
