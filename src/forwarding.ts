import { HttpHeader } from './http-header';

/**
 * Which cookies a distribution forwards to its origin and caches by.
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
   * Only the cookies named here.
   *
   * @param names 1 to 10 names of cookies; `*` and `?` stand for any characters and for any one character
   */
  public static allowList(...names: string[]): ForwardedCookies {
    return new ForwardedCookies('allow-list', names);
  }

  /**
   * An option that this library does not know by name.
   *
   * @param option the option in Lightsail's own words
   * @param names names of cookies, if the option takes them
   */
  public static of(option: string, names?: string[]): ForwardedCookies {
    return new ForwardedCookies(option, names);
  }

  private constructor(
    /** The option in Lightsail's own words. */
    public readonly option: string,
    /** Names of the cookies, if the option takes them. */
    public readonly names?: string[],
  ) {}
}

/**
 * Which headers a distribution forwards to its origin and caches by.
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
   * All headers. The minimum TTL must be 0 then.
   */
  public static all(): ForwardedHeaders {
    return new ForwardedHeaders('all');
  }

  /**
   * Lightsail's option `default`, which a distribution has until it is given another one.
   *
   * It is missing in Lightsail's API reference, but the service accepts it and answers with it.
   */
  public static serviceDefault(): ForwardedHeaders {
    return new ForwardedHeaders('default');
  }

  /**
   * Only the headers named here.
   *
   * @param headers 1 to 10 headers
   */
  public static allowList(...headers: HttpHeader[]): ForwardedHeaders {
    return new ForwardedHeaders('allow-list', headers);
  }

  /**
   * An option that this library does not know by name.
   *
   * @param option the option in Lightsail's own words
   * @param headers headers, if the option takes them
   */
  public static of(option: string, headers?: HttpHeader[]): ForwardedHeaders {
    return new ForwardedHeaders(option, headers);
  }

  private constructor(
    /** The option in Lightsail's own words. */
    public readonly option: string,
    /** The headers, if the option takes them. */
    public readonly headers?: HttpHeader[],
  ) {}
}

/**
 * Which query strings a distribution forwards to its origin and caches by.
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
   * Only the query strings named here.
   *
   * This sends the option false together with the list, as Lightsail's API reference says that the option true
   * forwards all query strings whatever the list holds. It does not say that false obeys the list: try it on your
   * distribution, and give option and list yourself should it turn out the other way round.
   *
   * @param names at most 10 names of query string parameters
   */
  public static allowList(...names: string[]): ForwardedQueryStrings {
    return new ForwardedQueryStrings(false, names);
  }

  /**
   * Option and list exactly as given.
   *
   * @param option whether query strings are forwarded and cached by
   * @param names names of query string parameters
   */
  public static of(option: boolean, names?: string[]): ForwardedQueryStrings {
    return new ForwardedQueryStrings(option, names);
  }

  private constructor(
    /** Whether query strings are forwarded and cached by. */
    public readonly option: boolean,
    /** Names of query string parameters. */
    public readonly names?: string[],
  ) {}
}
