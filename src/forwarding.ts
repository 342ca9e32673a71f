import { HttpHeader } from './http-header';
import { refuseArgument } from './private/checks/check-types';
import { BOOLEAN, text } from './private/checks/types/kinds';
import { COOKIE_NAMES, HTTP_HEADERS, QUERY_STRING_NAMES } from './private/checks/types/values';

const OPTION = text('all');

/**
 * Cookies that a distribution forwards to its origin and includes in the cache key.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CookieObject.html
 */
export class ForwardedCookies {
  /**
   * No cookies.
   */
  public static none(): ForwardedCookies {
    return new ForwardedCookies('none');
  }

  /**
   * All cookies.
   */
  public static all(): ForwardedCookies {
    return new ForwardedCookies('all');
  }

  /**
   * Only these cookies.
   *
   * @param names 1 to 10 names of cookies; `*` matches any number of characters, `?` exactly one
   */
  public static allowList(...names: string[]): ForwardedCookies {
    refuseArgument('ForwardedCookies.allowList', 'names', names, COOKIE_NAMES);
    return new ForwardedCookies('allow-list', names);
  }

  /**
   * An option that has no method in this class.
   *
   * @param option value of the option in the Lightsail API
   * @param names names of cookies, if the option requires them
   */
  public static of(option: string, names?: string[]): ForwardedCookies {
    refuseArgument('ForwardedCookies.of', 'option', option, OPTION);
    if (names !== undefined) refuseArgument('ForwardedCookies.of', 'names', names, COOKIE_NAMES);
    return new ForwardedCookies(option, names);
  }

  private constructor(
    /** Value of the option in the Lightsail API. */
    public readonly option: string,
    /** Names of the cookies, if the option requires them. */
    public readonly names?: string[],
  ) {}
}

/**
 * Headers that a distribution forwards to its origin and includes in the cache key.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_HeaderObject.html
 */
export class ForwardedHeaders {
  /**
   * Only the headers that Lightsail always forwards.
   */
  public static none(): ForwardedHeaders {
    return new ForwardedHeaders('none');
  }

  /**
   * All headers. This requires a minimum TTL of 0.
   */
  public static all(): ForwardedHeaders {
    return new ForwardedHeaders('all');
  }

  /**
   * The service default of Lightsail, the option `default`.
   *
   * Lightsail's API reference does not list this option, but the service accepts and returns it.
   */
  public static serviceDefault(): ForwardedHeaders {
    return new ForwardedHeaders('default');
  }

  /**
   * Only these headers.
   *
   * @param headers 1 to 10 headers
   */
  public static allowList(...headers: HttpHeader[]): ForwardedHeaders {
    refuseArgument('ForwardedHeaders.allowList', 'headers', headers, HTTP_HEADERS);
    return new ForwardedHeaders('allow-list', headers);
  }

  /**
   * An option that has no method in this class.
   *
   * @param option value of the option in the Lightsail API
   * @param headers headers, if the option requires them
   */
  public static of(option: string, headers?: HttpHeader[]): ForwardedHeaders {
    refuseArgument('ForwardedHeaders.of', 'option', option, OPTION);
    if (headers !== undefined) refuseArgument('ForwardedHeaders.of', 'headers', headers, HTTP_HEADERS);
    return new ForwardedHeaders(option, headers);
  }

  private constructor(
    /** Value of the option in the Lightsail API. */
    public readonly option: string,
    /** The headers, if the option requires them. */
    public readonly headers?: HttpHeader[],
  ) {}
}

/**
 * Query strings that a distribution forwards to its origin and includes in the cache key.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_QueryStringObject.html
 */
export class ForwardedQueryStrings {
  /**
   * No query strings.
   */
  public static none(): ForwardedQueryStrings {
    return new ForwardedQueryStrings(false);
  }

  /**
   * All query strings.
   */
  public static all(): ForwardedQueryStrings {
    return new ForwardedQueryStrings(true);
  }

  /**
   * Only these query strings.
   *
   * This sends the option false together with the list: according to Lightsail's API reference, the option true forwards all query
   * strings and ignores the list. The reference does not say what the option false does with the list. Verify the result on
   * your distribution, and specify the option and the list separately if Lightsail ignores the list.
   *
   * @param names at most 10 names of query string parameters
   */
  public static allowList(...names: string[]): ForwardedQueryStrings {
    refuseArgument('ForwardedQueryStrings.allowList', 'names', names, QUERY_STRING_NAMES);
    return new ForwardedQueryStrings(false, names);
  }

  /**
   * An explicit option and list, sent to Lightsail without changes.
   *
   * @param option whether all query strings are forwarded and part of the cache key
   * @param names names of query string parameters
   */
  public static of(option: boolean, names?: string[]): ForwardedQueryStrings {
    refuseArgument('ForwardedQueryStrings.of', 'option', option, BOOLEAN);
    if (names !== undefined) refuseArgument('ForwardedQueryStrings.of', 'names', names, QUERY_STRING_NAMES);
    return new ForwardedQueryStrings(option, names);
  }

  private constructor(
    /** Whether all query strings are forwarded and part of the cache key. */
    public readonly option: boolean,
    /** Names of query string parameters. */
    public readonly names?: string[],
  ) {}
}
