import * as fc from 'fast-check';
import { CERTIFICATE, certificateNameOf, constructOf } from '../../../lambda/certificate/name';
import type { ResourceEvent } from '../../../lambda/protocol/event';
import { NAME_PATTERN } from '../../../lambda/protocol/resource-name';

const STACK_ID = 'arn:aws:cloudformation:eu-west-1:111122223333:stack/web/0b5f8a1e-8f5e-4b5c-9a53-3d9ddc1f6e11';
const event = (properties: Record<string, unknown>, more: Partial<ResourceEvent> = {}): ResourceEvent => ({
  RequestType: 'Create', RequestId: 'request-1', ResourceType: CERTIFICATE, StackId: STACK_ID, LogicalResourceId: 'Certificate', ResourceProperties: properties, ...more,
});
const nameFor = (domainNames: readonly string[], more: Partial<ResourceEvent> = {}) =>
  certificateNameOf(event({ domainName: domainNames[0], subjectAlternativeNames: domainNames.slice(1) }, more));

test('the name is what the properties say', () => {
  expect(certificateNameOf(event({ certificateName: 'my-cert', domainName: 'example.com' }))).toBe('my-cert');
  expect(certificateNameOf(event({ domainName: 'example.com' }), { certificateName: 'old-cert' })).toBe('old-cert');
});

test('without a name in them it has the names of stack and resource, and a hash of both, the Region and the domain names', () => {
  // The name must never change, because a new name would replace every existing certificate.
  expect(nameFor(['example.com'])).toBe('web-Certificate-8af252e9b346');
  expect(nameFor(['example.com', 'www.example.com'])).toBe('web-Certificate-f92c3fe74e0e');
});

test.each<[string, Record<string, unknown>]>([
  ['no domain name', {}],
  ['a domain name that is no text', { domainName: 55 }],
  ['alternative names that are no list', { domainName: 'example.com', subjectAlternativeNames: 'www.example.com' }],
  ['an alternative name that is no text', { domainName: 'example.com', subjectAlternativeNames: [['www.example.com']] }],
])('is undefined for malformed properties: %s', (_what, properties) => {
  expect(certificateNameOf(event(properties))).toBeUndefined();
});

test('the construct is the same in a stack that is created again, whose id differs', () => {
  expect(constructOf(event({}))).toBe('eu-west-1/web/Certificate');
  expect(constructOf(event({}, { StackId: `${STACK_ID}2` }))).toBe('eu-west-1/web/Certificate');
});

const anyDomainName = fc.stringMatching(/^[a-z\d]{1,8}\.(com|org)$/);
const anySet = fc.uniqueArray(anyDomainName, { minLength: 1, maxLength: 10 });
const anyStack = fc.record({
  region: fc.constantFrom<string[]>('us-east-1', 'eu-west-1'),
  stackName: fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,127}$/),
  logicalId: fc.stringMatching(/^[A-Za-z0-9]{1,255}$/),
});
type Place = typeof anyStack extends fc.Arbitrary<infer S> ? S : never;
const inStack = ({ region, stackName, logicalId }: Place, stackUuid = '1') =>
  ({ StackId: `arn:aws:cloudformation:${region}:111122223333:stack/${stackName}/${stackUuid}`, LogicalResourceId: logicalId });

describe('laws of the generated name', () => {
  test('it is a valid name', () => {
    fc.assert(fc.property(anySet, anyStack, (names, stack) => {
      expect(nameFor(names, inStack(stack))).toMatch(NAME_PATTERN);
    }));
  });

  test('it is a function of the set of domain names: order, repetition and case do not matter', () => {
    const anyCase = fc.array(fc.boolean(), { minLength: 20, maxLength: 20 });
    const spelled = anySet.chain((names) =>
      fc.tuple(fc.constant(names), fc.shuffledSubarray([...names, ...names], { minLength: names.length * 2 }), anyCase));
    fc.assert(fc.property(spelled, anyStack, ([names, others, isUpper], stack) => {
      const respelled = others.map((name, index) => (isUpper[index] ? name.toUpperCase() : name));
      expect(nameFor(respelled, inStack(stack))).toBe(nameFor(names, inStack(stack)));
    }));
  });

  test('another set has another name', () => {
    const setOf = (names: readonly string[]) => [...names].sort().join();
    fc.assert(fc.property(anySet, anySet, anyStack, (one, other, stack) => {
      expect(nameFor(one, inStack(stack)) === nameFor(other, inStack(stack))).toBe(setOf(one) === setOf(other));
    }));
  });

  test('a stack that is created again finds it, whatever the request', () => {
    fc.assert(fc.property(anySet, anyStack, fc.uuid(), fc.uuid(), (names, stack, one, other) => {
      const again = { ...inStack(stack, other), RequestType: 'Update' as const, RequestId: 'request-2', PhysicalResourceId: 'another' };
      expect(nameFor(names, again)).toBe(nameFor(names, inStack(stack, one)));
    }));
  });

  test('another stack, Region or logical id has another name', () => {
    fc.assert(fc.property(anySet, anyStack, anyStack, (names, one, other) => {
      const isSame = JSON.stringify(one) === JSON.stringify(other);
      expect(nameFor(names, inStack(one)) === nameFor(names, inStack(other))).toBe(isSame);
      expect(nameFor(names, inStack({ ...one, logicalId: `${one.logicalId}2` }))).not.toBe(nameFor(names, inStack(one)));
      expect(nameFor(names, inStack({ ...one, region: 'eu-central-1' }))).not.toBe(nameFor(names, inStack(one)));
    }));
  });
});
