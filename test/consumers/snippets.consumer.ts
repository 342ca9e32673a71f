import type { Template } from './cdk';
import { asApp, stackOf } from './snippet-apps';
import { environments, typescript, type Synthesize } from './snippet-environments';
import { appOf, MAIN, snippets } from './snippets';

const SNIPPETS = snippets();

const synthesizeSmallest = async (language: keyof typeof MAIN, synthesize: Synthesize) =>
  (await synthesize({ [MAIN[language]]: appOf(language) })).Site;

/** The templates of the apps in TypeScript: the smallest app, and the apps of the snippets. */
let expected: { readonly smallest: Template; readonly snippets: Readonly<Record<string, Template>> };

beforeAll(async () => {
  const synthesize = await typescript();
  expected = {
    smallest: await synthesizeSmallest('typescript', synthesize),
    snippets: await synthesize(asApp.typescript(SNIPPETS.map((snippet) => snippet.typescript))),
  };
});

test('the smallest app has one distribution, and its domain name as output', () => {
  expect(Object.values(expected.smallest.Resources).filter(({ Type }) => Type.startsWith('Custom::'))).toEqual([expect.objectContaining({
    Type: 'Custom::LightsailDistribution',
    Properties: expect.objectContaining({ settings: { origin: { name: 'my-bucket', regionName: 'eu-west-1' } } }),
  })]);
  expect(expected.smallest).toHaveProperty('Outputs', { DomainName: { Value: { 'Fn::GetAtt': [expect.stringMatching(/^Cdn/), 'domainName'] } } });
});

describe.each(['python', 'java', 'go'] as const)('in %s', (language) => {
  let smallest: Template;
  let templates: Readonly<Record<string, Template>>;

  beforeAll(async () => {
    const synthesize = await environments[language]();
    smallest = await synthesizeSmallest(language, synthesize);
    templates = await synthesize(asApp[language](SNIPPETS.map((snippet) => snippet[language])));
  });

  test('the smallest app synthesizes to the template that it has in TypeScript', () => {
    expect(smallest).toEqual(expected.smallest);
  });

  test.each(SNIPPETS.map((snippet, index) => ({ ...snippet, stack: stackOf(index) })))('$title: the translation synthesizes to the template of the original', ({ stack }) => {
    expect(expected.snippets[stack].Resources).not.toEqual({});
    expect(templates[stack]).toEqual(expected.snippets[stack]);
  });
});
