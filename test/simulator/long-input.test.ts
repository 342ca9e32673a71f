import { invalid, lightsail, NAME, refusal } from './in-process';
import { parseSwitch } from '../../simulator/behaviour';

const LONG = 10_000_000;

test.each<[string, (character: string) => unknown, string, string]>([
  ['the ARN of a resource', (character) => ({ resourceName: NAME, tags: [], resourceArn: character.repeat(LONG) }), 'TagResource', 'TagResource.resourceArn must be the ARN of a Lightsail resource'],
  ['a domain name', (character) => ({ certificateName: 'cert', domainName: character.repeat(LONG) }), 'CreateCertificate', 'CreateCertificate.domainName must be a domain name without wildcard'],
  ['a name', (character) => ({ distributionName: character.repeat(LONG) }), 'DeleteDistribution',
    'DeleteDistribution.distributionName must have 2 to 255 characters, letters, digits, _ and -, and neither start nor end with -'],
])('10 MB as %s are refused in short', (_what, input, operation, message) => {
  for (const character of ['a', 'a-', 'a.', ' ', ':', '/']) {
    const text = JSON.stringify(character.repeat(LONG)).slice(0, 500);
    expect(refusal(() => lightsail().service.call(operation as 'TagResource', input(character) as object))).toBe(invalid(`${message}, got ${text}...`));
  }
});

test.each(['1', ' ', 'a'])('10 MB of %j as a page token are refused in short', (character) => {
  expect(refusal(() => lightsail().service.call('GetDistributions', { pageToken: character.repeat(LONG) }))).toBe(invalid(`pageToken is not valid, got ${character.repeat(41)}`));
});

test('a behaviour with 10 MB of digits has no such value', () => {
  expect(() => parseSwitch(`pageSize=${'1'.repeat(LONG)}`)).toThrow(/^behaviour pageSize: no such value, got 1{991}; allowed is a number$/);
});
