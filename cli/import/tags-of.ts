import type { Tag } from '@aws-sdk/client-lightsail';
import { map, text } from './code-model';
import type { Options } from './settings-of';
import { formatValue } from '../../lambda/protocol/format-value';

/** The maximum of a construct: the quota of Lightsail without the tags of this library. */
const MOST = 46;
const OWN = /^cdk-lightsail-distribution:/i;
const CHARACTERS = '[\\p{L}\\p{N}\\p{Z}+\\-=._:/@]';
const KEY = new RegExp(`^${CHARACTERS}{1,128}$`, 'u');
const VALUE = new RegExp(`^${CHARACTERS}{0,256}$`, 'u');

/** Returns the tags that a template can have, without those of this library. */
export function tagsOf(tags: readonly Tag[] = []): Options {
  const foreign = tags.filter(({ key = '' }) => !OWN.test(key)).map(({ key = '', value = '' }) => ({ key, value }));
  const allowed = foreign.filter(({ key, value }) => refused(key, value) === undefined);
  const leftOut = [
    ...foreign.flatMap(({ key, value }) => {
      const why = refused(key, value);
      return why === undefined ? [] : [`tag ${formatValue(key)}: left out, got ${formatValue(value)}; ${why}; it stays as it is`];
    }),
    ...allowed.slice(MOST).map(({ key, value }) => `tag ${formatValue(key)}: left out, got ${formatValue(value)}; the library allows ${MOST} tags; it stays as it is`),
  ];
  const kept = allowed.slice(0, MOST);
  return {
    members: [
      ...leftOut.map((remark) => ({ remark })),
      ...(kept.length === 0 ? [] : [{ name: 'tags', value: map('text', kept.map(({ key, value }) => [key, text(value)])) }]),
    ],
    leftOut,
  };
}

function refused(key: string, value: string): string | undefined {
  if (/^aws:/i.test(key)) return 'keys that begin with "aws:" are reserved for AWS';
  return KEY.test(key) && VALUE.test(value) ? undefined : 'the library allows only letters, digits, spaces and + - = . _ : / @ in tags';
}
