import * as fc from 'fast-check';
import { distributionNameOf, DISTRIBUTION } from '../../../lambda/distribution/name';
import { resourceId } from '../../../lambda/protocol/event';
import type { ResourceEvent } from '../../../lambda/protocol/event';
import { NAME_PATTERN } from '../../../lambda/protocol/resource-name';

const event = (more: Partial<ResourceEvent> = {}): ResourceEvent => ({
  RequestType: 'Create',
  RequestId: 'request-1',
  ResourceType: DISTRIBUTION,
  StackId: 'arn:aws:cloudformation:eu-west-1:111122223333:stack/web/0b5f8a1e-8f5e-4b5c-9a53-3d9ddc1f6e11',
  LogicalResourceId: 'Cdn',
  ResourceProperties: {},
  ...more,
});

test('the name is what the properties say', () => {
  expect(distributionNameOf(event({ ResourceProperties: { distributionName: 'my-cdn' } }))).toBe('my-cdn');
  expect(distributionNameOf(event(), { distributionName: 'old-cdn' })).toBe('old-cdn');
});

test('without a name in them it has the names of stack and resource, and a hash of both', () => {
  // The name must never change, because a new name would replace every existing distribution.
  expect(distributionNameOf(event())).toBe('web-Cdn-6b7b09d2601c');
});

test('long names of stack and resource are cut to 100 characters each', () => {
  const StackId = `arn:aws:cloudformation:eu-west-1:111122223333:stack/${'s'.repeat(128)}/0b5f8a1e`;
  expect(distributionNameOf(event({ StackId, LogicalResourceId: 'L'.repeat(255) }))).toMatch(/^s{100}-L{100}-[0-9a-f]{12}$/);
});

test('settings of a distribution that the stack does not own always specify its name', () => {
  expect(distributionNameOf(event({ ResourceType: 'Custom::LightsailDistributionSettings' }))).toBeUndefined();
});

const anyEvent = fc.record({
  region: fc.constantFrom('us-east-1', 'eu-west-1'),
  stackName: fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,127}$/),
  stackUuid: fc.uuid(),
  logicalId: fc.stringMatching(/^[A-Za-z0-9]{1,255}$/),
}).map(({ region, stackName, stackUuid, logicalId }) => event({
  StackId: `arn:aws:cloudformation:${region}:111122223333:stack/${stackName}/${stackUuid}`, LogicalResourceId: logicalId,
}));

test('law: it is a valid name, the same for the same resource whatever the request, and another for another resource', () => {
  fc.assert(fc.property(anyEvent, anyEvent, (one, other) => {
    const name = distributionNameOf(one) as string;
    expect(name).toMatch(NAME_PATTERN);
    expect(name.length).toBeLessThanOrEqual(255);
    expect(distributionNameOf({ ...one, RequestType: 'Update', RequestId: 'request-2', PhysicalResourceId: name })).toBe(name);
    expect(distributionNameOf(other) === name).toBe(resourceId(one) === resourceId(other));
    expect(distributionNameOf({ ...one, LogicalResourceId: `${one.LogicalResourceId}2` })).not.toBe(name);
    expect(distributionNameOf({ ...one, StackId: `${one.StackId}2` })).not.toBe(name);
  }));
});
