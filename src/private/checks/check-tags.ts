import { Token } from 'aws-cdk-lib';
import { finding, Findings } from './finding';

/** Lightsail's quota is 50. The difference is reserved for the tags of this library. */
const MAX_TAGS = 46;

const CHARACTERS = '[\\p{L}\\p{N}\\p{Z}+\\-=._:/@]';
const KEY = new RegExp(`^${CHARACTERS}{1,128}$`, 'u');
const VALUE = new RegExp(`^${CHARACTERS}{0,256}$`, 'u');
const RESERVED_KEY = /^(aws|cdk-lightsail-distribution):/i;

/** Checks the tags that the user specifies, by key. */
export function checkTags(tags: { readonly [key: string]: string }, noun: 'distribution' | 'certificate'): Findings {
  const keys = Object.keys(tags);
  return [
    ...(keys.length > MAX_TAGS ? finding('tags', {
      what: 'too many tags',
      got: keys.length,
      allowed: `at most ${MAX_TAGS} are allowed, since Lightsail allows 50 and this library reserves the others`,
      todo: `leave some out, or remove them with Tags.of(${noun}).remove(key)`,
    }) : []),
    ...keys.flatMap((key) => [...checkKey(key, noun), ...checkValue(key, tags[key], noun)]),
  ];
}

function checkKey(key: string, noun: string): Findings {
  if (Token.isUnresolved(key)) { return []; }
  if (RESERVED_KEY.test(key)) {
    return finding('tags', {
      what: 'reserved key',
      got: `"${key}"`,
      allowed: 'the prefixes "aws:" and "cdk-lightsail-distribution:" are not allowed',
      todo: chooseOrRemove(key, noun),
    });
  }
  return KEY.test(key) ? [] : finding('tags', {
    what: 'malformed key',
    got: `"${key}"`,
    allowed: '1 to 128 letters, digits, spaces and + - = . _ : / @ are allowed',
    todo: chooseOrRemove(key, noun),
  });
}

function checkValue(key: string, value: string, noun: string): Findings {
  if (Token.isUnresolved(value) || VALUE.test(value)) { return []; }
  return finding('tags', {
    what: `malformed value of "${key}"`,
    got: `"${value}"`,
    allowed: '0 to 256 letters, digits, spaces and + - = . _ : / @ are allowed',
    todo: chooseOrRemove(key, noun),
  });
}

/** Often the tag applies to the whole app, and other services accept it. */
function chooseOrRemove(key: string, noun: string): string {
  return `choose another, or remove it with Tags.of(${noun}).remove("${key}")`;
}
