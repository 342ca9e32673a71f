import { App, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as fc from 'fast-check';
import type { Resource, Synthesized } from './cdk';
import { ownResources } from './every-option';
import { LANGUAGES, type LanguageName } from '../../cli/import/languages/languages';
import { programOf } from '../../cli/import/live-to-program';
import { compiled } from '../cli/import/compiled';
import { FULL, liveOf, seeded, SMALL } from '../cli/import/examples';
import { anyLive } from '../cli/import/live-distributions';

const service = seeded({ 'blog': SMALL, 'my-shop': FULL });
const known = ['blog', 'my-shop'].map((name) => liveOf(service, name));
const anyTwenty = fc.uniqueArray(anyLive, { minLength: 20, maxLength: 20, selector: ({ distribution }) => distribution.name });
const [random] = fc.sample(anyTwenty, { numRuns: 1, seed: 20 });

/** What `import` prints for distributions that differ from a new one in nothing, in everything, and at random. */
export function printed(language: LanguageName): string {
  return `${LANGUAGES[language](programOf([...known, ...random], 'Distribution').program)}\n`;
}

/** The same for those whose lines gofmt aligns as it always does. */
export function printedFormatted(): string {
  return `${LANGUAGES.go(programOf(known, 'Distribution').program)}\n`;
}

/** The custom resources that come of it in TypeScript. */
export function importedResources(): readonly Resource[] {
  const [{ ImportedStack }] = compiled([printed('typescript')]);
  return resourcesOf(Template.fromStack(new ImportedStack(new App(), 'ImportedStack') as Stack).toJSON() as Synthesized['template']);
}

/** The custom resources of a template, with the paths in order: that of a map is another one in some languages, and means nothing. */
export function resourcesOf(template: Synthesized['template']): readonly Resource[] {
  return Object.values(ownResources(template)).map((resource) => {
    const settings = resource.Properties.settings as { readonly cacheBehaviors?: readonly { readonly path: string }[] };
    const cacheBehaviors = settings.cacheBehaviors && [...settings.cacheBehaviors].sort((one, other) => (one.path < other.path ? -1 : 1));
    return { ...resource, Properties: { ...resource.Properties, settings: { ...settings, cacheBehaviors } } };
  });
}
