import type { CookieObject, HeaderObject, QueryStringObject } from '@aws-sdk/client-lightsail';
import { call, type Code, flag, list, text } from './code-model';
import { header } from './constants';
import { type Expressed, firstOf, NO_SUCH_VALUE, refusedEntries, unknownMember } from './expressed';

const MOST = 10;

/** The static methods without arguments, by option. */
const COOKIES: Readonly<Record<string, string>> = { none: 'none', all: 'all' };
const HEADERS: Readonly<Record<string, string>> = { ...COOKIES, default: 'serviceDefault' };

export function cookies({ option = '' as 'none', cookiesAllowList = [], ...others }: CookieObject): Expressed {
  return unknownOf(others) ?? withOption('ForwardedCookies', COOKIES, option, unique(cookiesAllowList), text);
}

export function headers({ option = '' as 'none', headersAllowList = [], ...others }: HeaderObject): Expressed {
  return unknownOf(others) ?? withOption('ForwardedHeaders', HEADERS, option, unique(headersAllowList), header);
}

function withOption(
  type: string, simple: Readonly<Record<string, string>>, option: string, entries: readonly string[], codeOf: (entry: string) => Code,
): Expressed {
  const refused = firstOf(option === '' && NO_SUCH_VALUE, refusedEntries(entries, MOST), option === 'allow-list' && entries.length === 0 && 'the library requires an entry in an allow-list');
  if (refused) return refused;
  if (option === 'allow-list') return call(type, 'allowList', ...entries.map(codeOf));
  return Object.hasOwn(simple, option) ? call(type, simple[option]) : call(type, 'of', text(option), { kind: 'omitted' });
}

/** A list with the option true has an effect that AWS does not document, so the code keeps both. */
export function queryStrings({ option = false, queryStringsAllowList = [], ...others }: QueryStringObject): Expressed {
  const names = unique(queryStringsAllowList);
  const refused = firstOf(unknownMember(others), refusedEntries(names, MOST));
  if (refused) return refused;
  if (names.length === 0) return call('ForwardedQueryStrings', option ? 'all' : 'none');
  return option ? call('ForwardedQueryStrings', 'of', flag(true), list('text', names.map(text))) : call('ForwardedQueryStrings', 'allowList', ...names.map(text));
}

const unknownOf = (others: object) => firstOf(unknownMember(others));

const unique = (entries: readonly string[]) => [...new Set(entries)];
