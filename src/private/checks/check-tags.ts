import { Token } from 'aws-cdk-lib';
import { finding, Findings } from './finding';

/** Lightsail's quota is 50. The rest mark who owns the distribution and which requests may write. */
const MOST_TAGS = 46;

const CHARACTERS = '[\\p{L}\\p{N}\\p{Z}+\\-=._:/@]';
const KEY = new RegExp(`^${CHARACTERS}{1,128}$`, 'u');
const VALUE = new RegExp(`^${CHARACTERS}{0,256}$`, 'u');
const RESERVED_KEY = /^(aws|cdk-lightsail-distribution):/i;

/** Tags of the user's own, by key. */
export function checkTags(tags: { readonly [key: string]: string }): Findings {
  const keys = Object.keys(tags);
  return [
    ...(keys.length > MOST_TAGS ? finding('tags', {
      what: 'too many tags',
      got: keys.length,
      allowed: `at most ${MOST_TAGS} are allowed, as Lightsail has 50 and the others are needed to tell who owns the distribution`,
      todo: 'leave some out, or take them off with Tags.of(distribution).remove(key)',
    }) : []),
    ...keys.flatMap((key) => [...checkKey(key), ...checkValue(key, tags[key])]),
  ];
}

function checkKey(key: string): Findings {
  if (Token.isUnresolved(key)) { return []; }
  if (RESERVED_KEY.test(key)) {
    return finding('tags', {
      what: 'reserved key',
      got: `"${key}"`,
      allowed: '"aws:" and "cdk-lightsail-distribution:" are not allowed at the beginning',
      todo: takeOff(key),
    });
  }
  return KEY.test(key) ? [] : finding('tags', {
    what: 'malformed key',
    got: `"${key}"`,
    allowed: '1 to 128 letters, digits, spaces and + - = . _ : / @ are allowed',
    todo: takeOff(key),
  });
}

function checkValue(key: string, value: string): Findings {
  if (Token.isUnresolved(value) || VALUE.test(value)) { return []; }
  return finding('tags', {
    what: `malformed value of "${key}"`,
    got: `"${value}"`,
    allowed: '0 to 256 letters, digits, spaces and + - = . _ : / @ are allowed',
    todo: takeOff(key),
  });
}

/** Most often the tag is meant for the whole app, where other services take it. */
function takeOff(key: string): string {
  return `choose another, or take it off with Tags.of(distribution).remove("${key}")`;
}
