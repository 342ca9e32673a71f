import { type CacheResetRequest, parseRequest } from '../../../lambda/cache-reset/request';
import { InputError } from '../../../lambda/protocol/codec';
import type { ResourceEvent } from '../../../lambda/protocol/event';

const STARTED_AT = 10_000_000;
const PROPERTIES = { ServiceToken: 'arn:…', distributionName: 'my-cdn', triggers: ['v2'] };

const event = (more: Partial<ResourceEvent>): ResourceEvent => ({
  RequestType: 'Update',
  RequestId: 'request-1',
  ResourceType: 'Custom::LightsailDistributionCacheReset',
  StackId: 'arn:aws:cloudformation:eu-west-1:111122223333:stack/web/1',
  LogicalResourceId: 'Reset',
  PhysicalResourceId: 'arn:aws:cloudformation:eu-west-1:111122223333:stack/web/1/Reset',
  ResourceProperties: PROPERTIES,
  ...more,
});
const update = (now: object, old: object) =>
  parseRequest(event({ ResourceProperties: { ...PROPERTIES, ...now }, OldResourceProperties: { ...PROPERTIES, ...old } }), STARTED_AT);

test('an event becomes a request, in which an absent property has its default', () => {
  expect(parseRequest(event({ RequestType: 'Create' }), STARTED_AT)).toEqual({
    ...PROPERTIES,
    id: 'request-1',
    resourceName: 'my-cdn',
    isTriggered: true,
    newSince: STARTED_AT - 3_600_000,
    waitForCompletion: true,
    failOnTimeout: false,
    timeoutSeconds: 900,
    startedAt: STARTED_AT,
  });
});

test('the strings of CloudFormation get their types back', () => {
  expect(update({ waitForCompletion: 'false', failOnTimeout: 'true', timeoutSeconds: '60' }, {})).toMatchObject({ waitForCompletion: false, failOnTimeout: true, timeoutSeconds: 60 });
});

type Reset = Pick<CacheResetRequest, 'isTriggered' | 'newSince'>;
const NOT_TRIGGERED: Reset = { isTriggered: false, newSince: Infinity };
const TRIGGERED: Reset = { isTriggered: true, newSince: Infinity };
const OF_ANOTHER: Reset = { isTriggered: true, newSince: STARTED_AT - 3_600_000 };

test.each<[string, object, object, Reset]>([
  ['nothing', {}, {}, NOT_TRIGGERED],
  ['a timeout', { timeoutSeconds: '60' }, { timeoutSeconds: '900' }, NOT_TRIGGERED],
  ['whether it waits and fails', { waitForCompletion: 'false', failOnTimeout: 'true' }, {}, NOT_TRIGGERED],
  ['a trigger', { triggers: ['v2'] }, { triggers: ['v1'] }, TRIGGERED],
  ['the order of the triggers', { triggers: ['a', 'b'] }, { triggers: ['b', 'a'] }, TRIGGERED],
  ['the number of triggers', { triggers: ['a', 'a'] }, { triggers: ['a'] }, TRIGGERED],
  ['where one trigger ends', { triggers: ['a', 'b,c'] }, { triggers: ['a,b', 'c'] }, TRIGGERED],
  ['former triggers that were refused', {}, { triggers: 'v2' }, TRIGGERED],
  ['former triggers that were missing', {}, { triggers: undefined }, TRIGGERED],
  ['the distribution', {}, { distributionName: 'other-cdn' }, OF_ANOTHER],
  ['a name that was refused', {}, { distributionName: ['my-cdn'] }, OF_ANOTHER],
])('an update that changes %s', (_what, now, old, expected) => {
  expect(update(now, old)).toMatchObject(expected);
});

test('an update without former properties is one to another distribution', () => {
  expect(parseRequest(event({}), STARTED_AT)).toMatchObject(OF_ANOTHER);
});

const TODO = '; correct the value in the app, and deploy construct and handler from one version of the package';

test.each<[object, string]>([
  [{ triggers: undefined }, 'ResourceProperties.triggers: missing, got nothing; it is required'],
  [{ triggers: 'v2' }, 'ResourceProperties.triggers: not a list, got "v2"; a list is allowed'],
  [{ triggers: ['v2', 3] }, 'ResourceProperties.triggers[1]: not a string, got 3; a string is allowed'],
  [{ waitForCompletion: 'maybe' }, 'ResourceProperties.waitForCompletion: not a boolean, got "maybe"; true or false is allowed'],
  [{ failOnTimeout: 1 }, 'ResourceProperties.failOnTimeout: not a boolean, got 1; true or false is allowed'],
  [{ timeoutSeconds: '3001' }, 'timeoutSeconds: out of range, got 3001; 1 to 3000 are allowed'],
  [{ paths: ['/*'] }, 'ResourceProperties.paths: unknown member, got ["/*"]; '
    + 'allowed are ServiceToken, ServiceTimeout, distributionName, triggers, waitForCompletion, failOnTimeout, timeoutSeconds'],
])('%j is refused', (changed, message) => {
  expect(() => update(changed, {})).toThrow(new InputError(`my-cdn: ${message}${TODO}`, { cause: new InputError(message) }));
});

test.each(['-cdn', undefined])('the name %p is refused', (distributionName) => {
  expect(() => update({ distributionName }, {})).toThrow(InputError);
});

test('a trigger may be longer than any text of Lightsail', () => {
  expect(update({ triggers: ['x'.repeat(10_000)] }, {}).triggers[0]).toHaveLength(10_000);
});
