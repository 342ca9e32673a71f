import { deploymentMessages, entries, isAbout, monitorMessages, synthesisMessages, type Message } from './messages';

const ENTRIES = entries();
/** The entry for the values of tokens. It is so general that each message of the handler matches it. */
const GENERAL = '…: …, got …; …';

function missing(messages: readonly Message[], matches: (entry: string, text: string) => boolean): readonly string[] {
  return messages.filter(({ text }) => !ENTRIES.some((entry) => matches(entry, text))).map(({ file, text }) => `${file}: ${text}`);
}

test('there are messages', () => {
  expect(synthesisMessages().length).toBeGreaterThan(40);
  expect(deploymentMessages().length).toBeGreaterThan(40);
  expect(monitorMessages().length).toBeGreaterThan(4);
});

test('every message at synthesis has an entry in the troubleshooting page', () => {
  expect(missing(synthesisMessages(), (entry, text) => entry === text || (text.includes('; ') && isAbout(entry, text)))).toEqual([]);
});

const matches = (entry: string, text: string) => entry === text || (entry !== GENERAL && isSpecific(entry) && isAbout(entry, text));

test('every message at deployment has an entry in the troubleshooting page', () => {
  expect(missing(deploymentMessages(), matches)).toEqual([]);
});

test('every message in the log of the monitor has an entry in the troubleshooting page', () => {
  expect(missing(monitorMessages(), matches)).toEqual([]);
});

test('every entry has a message', () => {
  const texts = [...synthesisMessages(), ...deploymentMessages(), ...monitorMessages()].map(({ text }) => text);
  expect(ENTRIES.filter((entry) => !texts.some((text) => text.includes(entry) || isAbout(entry, text)))).toEqual([]);
});

test('no entry is there twice', () => {
  expect(ENTRIES.filter((entry, index) => ENTRIES.indexOf(entry) !== index)).toEqual([]);
});

/** Whether an entry has enough words of its own, so that it does not match by accident. */
function isSpecific(entry: string): boolean {
  return entry.replace(/[^a-z]/gi, '').length >= 10;
}
