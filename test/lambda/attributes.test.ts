import * as fc from 'fast-check';
import { attributes, fitting } from '../../lambda/attributes';

test('every attribute is there, whatever the service leaves out', () => {
  expect(attributes({}, 'nothing changed')).toEqual({
    distributionName: '', distributionArn: '', domainName: '', status: '', originPublicDns: '', alternativeDomainNames: '', changes: 'nothing changed',
  });
});

test('attributes are what the service says', () => {
  expect(attributes({
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

// By default fast-check goes by its own idea of a size, which is ten characters or so.
const anyText = fc.string({ unit: 'binary', maxLength: 6_000, size: 'max' });
const jsonBytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

test('law: an answer with the longest names there are stays under 4,096 bytes, however long the changes', () => {
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
      Data: attributes(live, changes),
    };
    expect(jsonBytes(answer)).toBeLessThan(4_096);
  }), { numRuns: 50 });
});

test('law: a message is kept as it is while it fits, and is otherwise clipped to fit', () => {
  fc.assert(fc.property(anyText.map((text) => text.replace(/\s+/g, ' ')), (message) => {
    const told = fitting(message);
    expect(jsonBytes(told)).toBeLessThanOrEqual(2_000);
    expect(told === message).toBe(jsonBytes(message) <= 2_000);
    expect(told === message || (message.startsWith(told.slice(0, -4)) && told.endsWith(' ...'))).toBe(true);
  }), { numRuns: 50 });
});

test('a message is told on one line, as the framework repeats all but the first', () => {
  expect(fitting('one\n  two\r\n\nthree')).toBe('one two three');
});

test('domain names are told as far as they fit, and none in part', () => {
  const names = Array.from({ length: 10 }, (_, index) => `${index}${'d'.repeat(252)}`);
  expect(attributes({ alternativeDomainNames: names }, '').alternativeDomainNames).toBe(names.slice(0, 7).join(','));
});

test('all the room is used, and no more', () => {
  // Two quotes are part of it.
  expect(fitting('a'.repeat(1_998))).toBe('a'.repeat(1_998));
  expect(fitting('a'.repeat(1_999))).toBe(`${'a'.repeat(1_994)} ...`);
});

test('without any room left for the changes there still is an answer', () => {
  expect(attributes({ domainName: 'd'.repeat(3_000) }, 'c'.repeat(3_000)).changes).toBe(' ...');
});

test('half of a character is never left', () => {
  expect(fitting('😀'.repeat(2_000))).toMatch(/^(😀)+ \.\.\.$/u);
});
