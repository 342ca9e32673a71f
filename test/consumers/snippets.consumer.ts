import type { Template } from './cdk';
import { environments, typescript, type Synthesize } from './snippet-environments';
import { appOf, asApp, snippets, type Snippet } from './snippets';

const SNIPPETS = snippets();

/** The templates of the apps in TypeScript: the smallest app, and the apps of the snippets. */
let expected: { readonly app: Template; readonly snippets: ReadonlyMap<Snippet, Template> };

beforeAll(async () => {
  const synthesize = await typescript();
  const app = await synthesize(appOf('typescript'));
  const templates = new Map<Snippet, Template>();
  for (const snippet of SNIPPETS) { templates.set(snippet, await synthesize(asApp.typescript(snippet.typescript))); }
  expected = { app, snippets: templates };
});

test('the smallest app has one distribution, and its domain name as output', () => {
  expect(Object.values(expected.app.Resources).filter(({ Type }) => Type.startsWith('Custom::'))).toEqual([expect.objectContaining({
    Type: 'Custom::LightsailDistribution',
    Properties: expect.objectContaining({ settings: { origin: { name: 'my-bucket', regionName: 'eu-west-1' } } }),
  })]);
  expect(expected.app).toHaveProperty('Outputs', { DomainName: { Value: { 'Fn::GetAtt': [expect.stringMatching(/^Cdn/), 'domainName'] } } });
});

describe.each(['python', 'java', 'go'] as const)('in %s', (language) => {
  let synthesize: Synthesize;

  beforeAll(async () => {
    synthesize = await environments[language]();
  });

  test('the smallest app synthesizes to the template that it has in TypeScript', async () => {
    expect(await synthesize(appOf(language))).toEqual(expected.app);
  });

  test.each(SNIPPETS)('$title: the translation synthesizes to the template of the original', async (snippet) => {
    expect(await synthesize(asApp[language](snippet[language]))).toEqual(expected.snippets.get(snippet));
  });
});
