import { checkEntries } from './check-values';
import { finding, Findings } from './finding';
import { ForwardedCookies, ForwardedHeaders, ForwardedQueryStrings } from '../../forwarding';

/** Lightsail's quota for each of the three lists. */
const MAX_ENTRIES = 10;

/** Options that do not allow a list. An option that is not known here may require one. */
const OPTIONS_WITHOUT_LIST = ['none', 'all', 'default'];

export function checkCookies(property: string, cookies: ForwardedCookies | undefined): Findings {
  return cookies === undefined ? [] : checkAllowList(property, cookies.option, cookies.names);
}

export function checkHeaders(property: string, headers: ForwardedHeaders | undefined): Findings {
  return headers === undefined ? [] : checkAllowList(property, headers.option, headers.headers?.map((header) => header.value));
}

/** AWS does not document with which option the list takes effect, so every combination is allowed. */
export function checkQueryStrings(property: string, queryStrings: ForwardedQueryStrings | undefined): Findings {
  return checkEntries(property, queryStrings?.names ?? [], MAX_ENTRIES);
}

function checkAllowList(property: string, option: string, entries: readonly string[] | undefined): Findings {
  const allowed = 'the option "allow-list" requires a list, and other options do not allow one';
  if (option === 'allow-list' && (entries === undefined || entries.length === 0)) {
    return finding(property, { what: 'no entries', got: 'option "allow-list" without a list', allowed, todo: 'add at least one entry, or use none()' });
  }
  if (OPTIONS_WITHOUT_LIST.includes(option) && entries !== undefined) {
    return finding(property, { what: 'unexpected list', got: `option "${option}" with a list`, allowed, todo: 'leave the list out, or use allowList()' });
  }
  return checkEntries(property, entries ?? [], MAX_ENTRIES);
}
