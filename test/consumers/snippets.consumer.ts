import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { environments, type Synthesize, type Template } from './snippet-environments';
import { appOf, asApp, ROOT, snippets, type Snippet } from './snippets';

const SNIPPETS = snippets();

/** What the apps come to in TypeScript: the one of the README, then those around the snippets. */
let expected: { readonly app: Template; readonly snippets: ReadonlyMap<Snippet, Template> };

beforeAll(async () => {
  const synthesize = await environments.typescript();
  const app = await synthesize(appOf('tsx'));
  const templates = new Map<Snippet, Template>();
  for (const snippet of SNIPPETS) { templates.set(snippet, await synthesize(asApp.typescript(snippet.typescript))); }
  expected = { app, snippets: templates };
}, 300_000);

test('the whole app of the README has one distribution, and its domain name as output', () => {
  expect(Object.values(expected.app.Resources).filter(({ Type }) => Type.startsWith('Custom::'))).toEqual([expect.objectContaining({
    Type: 'Custom::LightsailDistribution',
    Properties: expect.objectContaining({ settings: { origin: { name: 'my-bucket', regionName: 'eu-west-1' } } }),
  })]);
  expect(expected.app.Outputs).toEqual({ DomainName: { Value: { 'Fn::GetAtt': [expect.stringMatching(/^Cdn/), 'domainName'] } } });
});

test('the packages are documented with the translations', async () => {
  const readme = await readFile(path.join(ROOT, 'dist/go/cdklightsaildistribution/README.md'), 'utf8');
  for (const { go } of SNIPPETS) { expect(readme).toContain(go); }
});

describe.each(['python', 'java', 'go'] as const)('in %s', (language) => {
  let synthesize: Synthesize;

  beforeAll(async () => {
    synthesize = await environments[language]();
  }, 600_000);

  test('the whole app of the README synthesizes to the template that it has in TypeScript', async () => {
    expect(await synthesize(appOf(language))).toEqual(expected.app);
  }, 300_000);

  test.each(SNIPPETS)('$title: the translation synthesizes to the template of the original', async (snippet) => {
    expect(await synthesize(asApp[language](snippet[language]))).toEqual(expected.snippets.get(snippet));
  }, 300_000);
});
