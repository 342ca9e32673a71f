import { checkEntries } from './check-values';
import { finding, Findings } from './finding';
import { ForwardedCookies, ForwardedHeaders, ForwardedQueryStrings } from '../../forwarding';

/** Lightsail's quota for each of the three lists. */
const MOST_ENTRIES = 10;

/** Options that are known to take no list. Others may come to exist that take one. */
const OPTIONS_WITHOUT_LIST = ['none', 'all', 'default'];

export function checkCookies(property: string, cookies: ForwardedCookies | undefined): Findings {
  return cookies === undefined ? [] : checkAllowList(property, cookies.option, cookies.names);
}

export function checkHeaders(property: string, headers: ForwardedHeaders | undefined): Findings {
  return headers === undefined ? [] : checkAllowList(property, headers.option, headers.headers?.map((header) => header.value));
}

/** Nobody outside Lightsail knows with which option its list takes effect, so any pair passes. */
export function checkQueryStrings(property: string, queryStrings: ForwardedQueryStrings | undefined): Findings {
  return checkEntries(property, queryStrings?.names ?? [], MOST_ENTRIES);
}

function checkAllowList(property: string, option: string, entries: readonly string[] | undefined): Findings {
  const allowed = 'a list is needed for "allow-list" and has no use for other options';
  if (option === 'allow-list' && (entries === undefined || entries.length === 0)) {
    return finding(property, { what: 'no entries', got: 'option "allow-list" without a list', allowed, todo: 'name at least one entry, or use none()' });
  }
  if (OPTIONS_WITHOUT_LIST.includes(option) && entries !== undefined) {
    return finding(property, { what: 'useless list', got: `option "${option}" with a list`, allowed, todo: 'leave the list out, or use allowList()' });
  }
  return checkEntries(property, entries ?? [], MOST_ENTRIES);
}
