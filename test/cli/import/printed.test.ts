import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FULL, liveOf, seeded, SMALL } from './examples';
import { LANGUAGES, type LanguageName } from '../../../cli/import/languages/languages';
import { programOf } from '../../../cli/import/live-to-program';

const EXTENSIONS: Readonly<Record<LanguageName, string>> = { typescript: 'ts', python: 'py', java: 'java', csharp: 'cs', go: 'go' };
const service = seeded({ 'blog': SMALL, 'my-shop': FULL });
const [blog, shop] = ['blog', 'my-shop'].map((name) => liveOf(service, name));
const expected = (name: string, language: LanguageName) => readFileSync(join(__dirname, 'printed', `${name}.${EXTENSIONS[language]}.txt`), 'utf8');

// The files end in .txt, so that no tool processes them as sources of this repository.
describe.each(Object.keys(LANGUAGES) as LanguageName[])('%s', (language) => {
  test('a distribution of which little is special, and one of which everything is', () => {
    expect(`${LANGUAGES[language](programOf([blog, shop], 'Distribution').program)}\n`).toBe(expected('distributions', language));
  });

  test('only the settings', () => {
    expect(`${LANGUAGES[language](programOf([blog], 'DistributionSettings').program)}\n`).toBe(expected('settings', language));
  });
});

test('what is left out is noted', () => {
  expect(programOf([blog, shop], 'Distribution').notes).toEqual([
    'my-shop: tag "aws:createdBy": left out, got "x"; keys that begin with "aws:" are reserved for AWS; it stays as it is',
  ]);
});
