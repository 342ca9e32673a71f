import { Token } from 'aws-cdk-lib';
import { finding, Findings } from './finding';
import { Settings } from '../resource-properties';

/** The API model's pattern, anchored; the length is the console's. */
export function checkDistributionName(property: string, name: string): Findings {
  if (Token.isUnresolved(name)) { return []; }
  if (/^\w[\w-]*\w$/.test(name) && name.length <= 255) { return []; }
  return finding(property, {
    what: 'malformed name',
    got: `"${name}"`,
    allowed: '2 to 255 letters, digits, "_" and "-" are allowed, with no "-" at either end',
    todo: 'use the name that Lightsail shows for the distribution',
  });
}

/** A construct that manages nothing is a mistake. */
export function checkAnySetting(settings: Settings): Findings {
  if (Object.keys(settings).length > 0) { return []; }
  return finding('settings', {
    what: 'nothing to manage', got: 'no setting', allowed: 'at least one is needed', todo: 'give a setting or leave the construct out',
  });
}
