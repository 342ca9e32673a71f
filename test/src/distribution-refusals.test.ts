import { App, Duration, Stack, Tags, Token } from 'aws-cdk-lib';
import { addDistribution, newStack, ownedPropertiesOf, ownedResource } from './stack-under-test';
import { DistributionBundle, OnExisting, Waf, type DistributionProps } from '../../src';

const define = (props: Partial<DistributionProps>) => addDistribution(newStack(), 'Cdn', props);
const TOKEN = Token.asString({ Ref: 'Text' });

describe('a name', () => {
  test.each(['', 'a', '-ab', 'ab-', 'a.b', 'a b', 'ab\n', 'é1', 'a'.repeat(256)])('%j: refused', (distributionName) => {
    expect(() => define({ distributionName })).toThrow(new Error(
      `Site/Cdn: distributionName: malformed name, got "${distributionName}"; `
      + '2 to 255 letters, digits, "_" and "-" are allowed, with no "-" at either end; choose another name, or leave it out to have one generated'));
  });

  test.each(['ab', '_9', 'A_b-9', 'a'.repeat(255)])('%s: allowed', (distributionName) => {
    expect(ownedPropertiesOf({ distributionName })).toMatchObject({ distributionName });
  });

  test('that is a token is not checked', () => {
    expect(ownedPropertiesOf({ distributionName: TOKEN, onExisting: OnExisting.ADOPT })).toMatchObject({ distributionName: { Ref: 'Text' } });
  });
});

test.each<[string, Partial<DistributionProps>, string]>([
  ['adoption without a name', { onExisting: OnExisting.ADOPT },
    'onExisting: nothing to adopt, got OnExisting.ADOPT without distributionName; '
    + 'a generated name never belongs to an existing distribution; specify distributionName or leave onExisting out'],
  ['a WAF without a bundle', { waf: Waf.enabled() },
    'waf: not available with this bundle, got no bundle, and a new distribution gets "small_1_0"; '
    + 'medium and large bundles can have a WAF; choose a larger bundle or Waf.disabled()'],
  ['a WAF with the small bundle, also of an adopted distribution', { waf: Waf.enabled(), bundle: DistributionBundle.SMALL_1_0, distributionName: 'my-cdn', onExisting: OnExisting.ADOPT },
    'waf: not available with this bundle, got bundle "small_1_0"; medium and large bundles can have a WAF; choose a larger bundle or Waf.disabled()'],
  ['an origin without a name', { origin: { name: '' } },
    'origin.name: empty, got ""; at least one character is needed; name the instance, load balancer, bucket or container service'],
  ['a timeout that is too long', { timeout: Duration.hours(1) },
    'timeout: out of range, got Duration.hours(1); 60 to 3000 whole seconds are allowed; choose a time in this range'],
])('%s: refused', (_, props, message) => {
  expect(() => define(props)).toThrow(new Error(`Site/Cdn: ${message}`));
});

test.each<[string, Partial<DistributionProps>]>([
  ['a WAF of an adopted distribution, whose bundle is unknown', { waf: Waf.enabled(), distributionName: 'my-cdn', onExisting: OnExisting.ADOPT }],
  ['a WAF with a bundle that is a token', { waf: Waf.enabled(), bundle: DistributionBundle.of(TOKEN) }],
  ['no WAF and no bundle', { waf: Waf.disabled() }],
  ['private access, since there is always an origin', { privateOriginAccess: true }],
])('%s: allowed', (_, props) => {
  expect(() => define(props)).not.toThrow();
});

test('one error reports all problems', () => {
  expect(() => define({ distributionName: 'a', timeout: Duration.seconds(1), origin: { name: '' }, waf: Waf.enabled() })).toThrow(new Error([
    'Site/Cdn: distributionName: malformed name, got "a"; 2 to 255 letters, digits, "_" and "-" are allowed, with no "-" at either end; '
    + 'choose another name, or leave it out to have one generated',
    'Site/Cdn: timeout: out of range, got Duration.seconds(1); 60 to 3000 whole seconds are allowed; choose a time in this range',
    'Site/Cdn: origin.name: empty, got ""; at least one character is needed; name the instance, load balancer, bucket or container service',
    'Site/Cdn: waf: not available with this bundle, got no bundle, and a new distribution gets "small_1_0"; '
    + 'medium and large bundles can have a WAF; choose a larger bundle or Waf.disabled()',
  ].join('\n')));
});

describe('tags', () => {
  const count = (length: number) => Object.fromEntries(Array.from({ length }, (_, index) => [`key${index}`, 'value']));
  const characters = 'letters, digits, spaces and + - = . _ : / @ are allowed';
  const chooseOrRemove = (key: string) => `choose another, or remove it with Tags.of(distribution).remove("${key}")`;

  test.each<[string, Record<string, string>, string]>([
    ['too many', count(47),
      'tags: too many tags, got 47; at most 46 are allowed, since Lightsail allows 50 and this library reserves the others; '
      + 'leave some out, or remove them with Tags.of(distribution).remove(key)'],
    ['an empty key', { '': 'x' }, `tags: malformed key, got ""; 1 to 128 ${characters}; ${chooseOrRemove('')}`],
    ['a key that is too long', { ['k'.repeat(129)]: 'x' },
      `tags: malformed key, got "${'k'.repeat(129)}"; 1 to 128 ${characters}; ${chooseOrRemove('k'.repeat(129))}`],
    ['a key with other characters', { 'a(b)': 'x' }, `tags: malformed key, got "a(b)"; 1 to 128 ${characters}; ${chooseOrRemove('a(b)')}`],
    ['a key of AWS', { 'aws:x': 'x' },
      `tags: reserved key, got "aws:x"; the prefixes "aws:" and "cdk-lightsail-distribution:" are not allowed; ${chooseOrRemove('aws:x')}`],
    ['a key of AWS in capitals', { 'AWS:x': 'x' },
      `tags: reserved key, got "AWS:x"; the prefixes "aws:" and "cdk-lightsail-distribution:" are not allowed; ${chooseOrRemove('AWS:x')}`],
    ['the owner\'s key', { 'cdk-lightsail-distribution:owner': 'me' },
      'tags: reserved key, got "cdk-lightsail-distribution:owner"; the prefixes "aws:" and "cdk-lightsail-distribution:" are not allowed; '
      + chooseOrRemove('cdk-lightsail-distribution:owner')],
    ['a value that is too long', { key: 'v'.repeat(257) },
      `tags: malformed value of "key", got "${'v'.repeat(257)}"; 0 to 256 ${characters}; ${chooseOrRemove('key')}`],
    ['a value with other characters', { key: 'a\nb' }, `tags: malformed value of "key", got "a\nb"; 0 to 256 ${characters}; ${chooseOrRemove('key')}`],
  ])('%s: refused, as property and from a scope', (_, tags, message) => {
    const refusal = new Error(`Validation failed with the following errors:\n  [Site/Cdn] ${message}`);
    const tagged = newStack();
    addDistribution(tagged, 'Cdn', { tags });
    expect(() => ownedResource(tagged)).toThrow(refusal);

    const app = new App();
    const stack = new Stack(app, 'Site');
    addDistribution(stack);
    for (const [key, value] of Object.entries(tags)) Tags.of(stack).add(key, value);
    if (!('' in tags)) expect(() => ownedResource(stack)).toThrow(refusal);
  });

  test('of the app that Lightsail does not allow can be removed', () => {
    const stack = newStack();
    Tags.of(stack).add('a(b)', 'x');
    Tags.of(addDistribution(stack)).remove('a(b)');
    expect(ownedResource(stack).Properties).not.toHaveProperty('tags');
  });

  test('46 tags of the maximum length: allowed', () => {
    const tags = { ...count(45), ['k'.repeat(128)]: 'v'.repeat(256) };
    expect(ownedPropertiesOf({ tags }).tags).toHaveLength(46);
  });

  test('that are tokens are not checked', () => {
    expect(ownedPropertiesOf({ tags: { [TOKEN]: TOKEN, key: `(${TOKEN})` } }).tags).toEqual(expect.arrayContaining([
      { key: { Ref: 'Text' }, value: { Ref: 'Text' } },
      { key: 'key', value: { 'Fn::Join': ['', ['(', { Ref: 'Text' }, ')']] } },
    ]));
  });
});
