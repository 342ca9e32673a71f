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

const anyText = fc.string({ unit: 'binary', maxLength: 6_000 });
const jsonBytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

test('law: an answer with the longest names there are stays under 4,096 bytes, however long the changes', () => {
  const live = {
    name: 'n'.repeat(255),
    arn: `arn:aws:lightsail:us-east-1:111122223333:Distribution/${'1'.repeat(36)}`,
    alternativeDomainNames: Array.from({ length: 6 }, (_, index) => `${index}${'d'.repeat(252)}`),
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
  fc.assert(fc.property(anyText, (message) => {
    const told = fitting(message);
    expect(jsonBytes(told)).toBeLessThanOrEqual(2_000);
    expect(told === message || (message.startsWith(told.slice(0, -4)) && told.endsWith(' ...'))).toBe(true);
  }), { numRuns: 50 });
});

test('half of a character is never left', () => {
  expect(fitting('😀'.repeat(2_000))).toMatch(/^(😀)+ \.\.\.$/u);
});
