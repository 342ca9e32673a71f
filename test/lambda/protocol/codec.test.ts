import { InputError, record, text, textLike, wholeNumber } from '../../../lambda/protocol/codec';
import { formatValue } from '../../../lambda/protocol/format-value';
import { truncate } from '../../../lambda/protocol/message';
import { parseEvent } from '../../../lambda/protocol/parse-event';

test('a text has at most 4,096 characters', () => {
  expect(text('x'.repeat(4_096), 'name')).toHaveLength(4_096);
  expect(() => text('x'.repeat(4_097), 'name')).toThrow(new InputError(`name: too long, got "${'x'.repeat(116)}...; at most 4096 characters are allowed`));
  expect(() => textLike(/^x+$/, 'letters are allowed')('x'.repeat(4_097), 'name')).toThrow(InputError);
});

test.each<[unknown, number | undefined]>([
  ['0', 0], ['15', 15], [15, 15], [0, 0], ['999999999999999', 999_999_999_999_999], ['1000000000000000', undefined], ['-1', undefined], [-1, undefined],
  ['1.5', undefined], [1.5, undefined], ['1e3', undefined], ['', undefined], [' 1', undefined], [true, undefined], [['1'], undefined],
])('a whole number: %j', (given, value) => {
  if (value === undefined) expect(() => wholeNumber(given, 'n')).toThrow(new InputError(`n: not a whole number, got ${formatValue(given)}; a whole number of 0 or more is allowed`));
  else expect(wholeNumber(given, 'n')).toBe(value);
});

test('an undefined member counts as absent', () => {
  const one = record<{ name?: string }>({ name: text });
  expect(one({ name: undefined, other: undefined }, 'it')).toEqual({});
  expect(() => record<{ name: string }>({ name: text }, ['name'])({ name: undefined }, 'it')).toThrow(new InputError('it.name: missing, got nothing; it is required'));
});

describe('a value in a message', () => {
  test('has at most 120 characters', () => {
    expect(formatValue('x'.repeat(118))).toBe(`"${'x'.repeat(118)}"`);
    expect(formatValue('x'.repeat(119))).toBe(`"${'x'.repeat(116)}...`);
  });

  test('is displayed as JSON, undefined as nothing', () => {
    expect([undefined, null, 5, true, { a: ['b'] }].map(formatValue)).toEqual(['nothing', 'null', '5', 'true', '{"a":["b"]}']);
  });

  test('of any size is short', () => {
    expect(formatValue('x'.repeat(10_000_000))).toHaveLength(120);
    expect(formatValue(Array.from({ length: 100_000 }, () => 'x'))).toMatch(/^\["x","x",.*\.\.\.$/);
  });
});

test('a text is truncated to fewer bytes than it has characters', () => {
  expect(truncate('abc', 5)).toBe('abc');
  expect(truncate('abcdefghij', 8)).toBe('ab ...');
  expect(truncate('abcdefghij', 6)).toBe(' ...');
  expect(truncate('abc', 0)).toBe(' ...');
});

describe('an event', () => {
  const event = {
    RequestType: 'Create',
    RequestId: 'request-1',
    ResourceType: 'Custom::LightsailDistribution',
    LogicalResourceId: 'Cdn',
    ResourceProperties: {},
    StackId: 'arn:aws:cloudformation:eu-west-1:111122223333:stack/web/0b5f8a1e',
  };

  test('has the members that the handler uses', () => {
    expect(parseEvent({ ...event, ResponseURL: 'https://example.com/secret' })).toEqual(event);
  });

  test.each(Object.keys(event))('without %s is refused', (name) => {
    expect(() => parseEvent({ ...event, [name]: undefined })).toThrow(new InputError(`event.${name}: missing, got nothing; it is required`));
  });

  test.each<[string, string]>([
    ['RequestId', ' request-1'], ['RequestId', 'request-1\n'], ['RequestId', 'r'.repeat(65)],
    ['StackId', ` ${event.StackId}`], ['StackId', `${event.StackId}/more`], ['StackId', 'web'],
    ['LogicalResourceId', ' Cdn'], ['LogicalResourceId', 'Cdn two'], ['LogicalResourceId', 'C'.repeat(256)],
  ])('with the %s %j is refused', (name, value) => {
    expect(() => parseEvent({ ...event, [name]: value })).toThrow(new RegExp(`^event\\.${name}: malformed, got `));
  });
});
