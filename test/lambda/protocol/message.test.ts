import * as fc from 'fast-check';
import { truncateMessage } from '../../../lambda/protocol/message';

// By default fast-check uses a size of about ten characters.
const anyText = fc.string({ unit: 'binary', maxLength: 6_000, size: 'max' });
const jsonBytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

test('law: a message that fits is unchanged, and any other is truncated to fit', () => {
  fc.assert(fc.property(anyText.map((text) => text.replace(/\s+/g, ' ')), (message) => {
    const truncated = truncateMessage(message);
    expect(jsonBytes(truncated)).toBeLessThanOrEqual(2_000);
    expect(truncated === message).toBe(jsonBytes(message) <= 2_000);
    expect(truncated === message || (message.startsWith(truncated.slice(0, -4)) && truncated.endsWith(' ...'))).toBe(true);
  }), { numRuns: 50 });
});

test('a message has one line, because the provider framework repeats all others', () => {
  expect(truncateMessage('one\n  two\r\n\nthree')).toBe('one two three');
});

test('a message is truncated to 8,000 characters before spaces are joined', () => {
  expect(truncateMessage(`one${' '.repeat(7_996)}two`)).toBe('one t');
});

test('a message is as long as possible', () => {
  // The limit includes two quotes.
  expect(truncateMessage('a'.repeat(1_998))).toBe('a'.repeat(1_998));
  expect(truncateMessage('a'.repeat(1_999))).toBe(`${'a'.repeat(1_994)} ...`);
});

test('no character is split', () => {
  expect(truncateMessage('😀'.repeat(2_000))).toMatch(/^(😀)+ \.\.\.$/u);
});

test.each([['spaces', ' '], ['newlines', '\n'], ['letters', 'x']])('10 MB of %s become a short message', (_what, character) => {
  const message = truncateMessage(`settings: unknown, got ${character.repeat(10_000_000)}`);
  expect(message).toMatch(/^settings: unknown, got /);
  expect(message).not.toContain('\n');
  expect(jsonBytes(message)).toBeLessThanOrEqual(2_000);
});
