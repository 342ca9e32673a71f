import { Token } from 'aws-cdk-lib';
import { finding, Findings } from './finding';

/** An empty list never changes, so that the cache would never be reset again. */
export function checkTriggers(property: string, triggers: readonly string[] | undefined): Findings {
  if (triggers === undefined || Token.isUnresolved(triggers) || triggers.length > 0) { return []; }
  return finding(property, {
    what: 'empty list', got: '[]', allowed: 'at least one trigger is needed', todo: 'add one, or leave the list out to reset the cache at every deployment',
  });
}
