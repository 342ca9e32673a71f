import * as fc from 'fast-check';
import { attributesOf } from '../../../lambda/distribution/attributes';

test('every attribute is present, whatever the service omits', () => {
  expect(attributesOf({}, 'nothing changed')).toEqual({
    distributionName: '', distributionArn: '', domainName: '', status: '', originPublicDns: '', alternativeDomainNames: '', changes: 'nothing changed',
  });
});

test('attributes have the values of the service', () => {
  expect(attributesOf({
    name: 'my-cdn',
    arn: 'arn:aws:lightsail:us-east-1:111122223333:Distribution/1',
    domainName: 'd1.cloudfront.net',
    status: 'Deployed',
    originPublicDNS: 'ec2-1.amazonaws.com',
    alternativeDomainNames: ['example.com', 'www.example.com'],
  }, 'isEnabled: true -> false')).toEqual({
    distributionName: 'my-cdn',
    distributionArn: 'arn:aws:lightsail:us-east-1:111122223333:Distribution/1',
    domainName: 'd1.cloudfront.net',
    status: 'Deployed',
    originPublicDns: 'ec2-1.amazonaws.com',
    alternativeDomainNames: 'example.com,www.example.com',
    changes: 'isEnabled: true -> false',
  });
});

// By default, fast-check uses a size of about ten characters.
const anyText = fc.string({ unit: 'binary', maxLength: 6_000, size: 'max' });
const jsonBytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

test('law: a response with the longest names stays under 4,096 bytes, however long the changes are', () => {
  const live = {
    name: 'n'.repeat(255),
    arn: `arn:aws:lightsail:us-east-1:111122223333:Distribution/${'1'.repeat(36)}`,
    alternativeDomainNames: Array.from({ length: 10 }, (_, index) => `${index}${'d'.repeat(252)}`),
  };
  fc.assert(fc.property(anyText, (changes) => {
    const answer = {
      Status: 'SUCCESS',
      Reason: 'SUCCESS',
      StackId: 's'.repeat(250),
      RequestId: 'r'.repeat(36),
      PhysicalResourceId: live.name,
      LogicalResourceId: 'l'.repeat(255),
      Data: attributesOf(live, changes),
    };
    expect(jsonBytes(answer)).toBeLessThan(4_096);
  }), { numRuns: 50 });
});

test('as many domain names as fit are included, none of them truncated', () => {
  const names = Array.from({ length: 10 }, (_, index) => `${index}${'d'.repeat(252)}`);
  expect(attributesOf({ alternativeDomainNames: names }, '').alternativeDomainNames).toBe(names.slice(0, 7).join(','));
});

test('domain names of exactly 2,000 bytes fit', () => {
  // Brackets, quotes and a comma take 7 bytes.
  const names = ['a'.repeat(1_000), 'b'.repeat(993)];
  expect(attributesOf({ alternativeDomainNames: names }, '').alternativeDomainNames).toBe(names.join(','));
  expect(attributesOf({ alternativeDomainNames: [names[0], `${names[1]}b`] }, '').alternativeDomainNames).toBe(names[0]);
});

test('with the changes, attributes of exactly 3,000 bytes fit', () => {
  const { changes: _none, ...facts } = attributesOf({}, '');
  const longest = 'c'.repeat(3_000 - jsonBytes(facts) - jsonBytes(''));
  expect(attributesOf({}, longest).changes).toBe(longest);
  expect(attributesOf({}, `${longest}c`).changes).toBe(`${longest.slice(0, -' ...'.length)} ...`);
});

test('without any room for the changes there is still a response', () => {
  expect(attributesOf({ domainName: 'd'.repeat(3_000) }, 'c'.repeat(3_000)).changes).toBe(' ...');
});
