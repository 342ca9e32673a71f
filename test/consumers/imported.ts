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

/** The output of `import` for a distribution like a new one, one that differs in every setting, and random distributions. */
export function printed(language: LanguageName): string {
  return `${LANGUAGES[language](programOf([...known, ...random], 'Distribution').program)}\n`;
}

/** The output in Go without the random distributions. gofmt aligns its lines in the usual way. */
export function printedFormatted(): string {
  return `${LANGUAGES.go(programOf(known, 'Distribution').program)}\n`;
}

/** The custom resources to which the printed program in TypeScript synthesizes. */
export function importedResources(): readonly Resource[] {
  const [{ ImportedStack }] = compiled([printed('typescript')]);
  return resourcesOf(Template.fromStack(new ImportedStack(new App(), 'ImportedStack') as Stack).toJSON() as Synthesized['template']);
}

/** The custom resources of a template, with sorted paths. The order of a map differs in some languages, and has no meaning. */
export function resourcesOf(template: Synthesized['template']): readonly Resource[] {
  return Object.values(ownResources(template)).map((resource) => {
    const settings = resource.Properties.settings as { readonly cacheBehaviors?: readonly { readonly path: string }[] };
    const cacheBehaviors = settings.cacheBehaviors && [...settings.cacheBehaviors].sort((one, other) => (one.path < other.path ? -1 : 1));
    return { ...resource, Properties: { ...resource.Properties, settings: { ...settings, cacheBehaviors } } };
  });
}
