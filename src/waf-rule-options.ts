/**
 * The login page that account takeover prevention watches.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_WafAtpConfig.html
 */
export interface WafAccountTakeoverPreventionOptions {
  /**
   * Path of the login endpoint, with a leading slash, at most 256 characters. Paths that start with it match too.
   *
   * @default - the service decides
   */
  readonly loginPath?: string;

  /**
   * Content type of the login request.
   *
   * @default - the service decides
   */
  readonly payloadType?: WafPayloadType;

  /**
   * Field with the user name, at most 512 characters: a JSON pointer (`/user`) for JSON, a name (`user`) for a form.
   *
   * @default - the service decides
   */
  readonly usernameField?: string;

  /**
   * Field with the password, at most 512 characters: a JSON pointer (`/password`) for JSON, a name (`password`) for a form.
   *
   * @default - the service decides
   */
  readonly passwordField?: string;

  /**
   * How to tell a successful login from a failed one.
   *
   * @default - responses are not inspected
   */
  readonly responseInspection?: WafResponseInspection;
}

/**
 * The page for new accounts that account creation fraud prevention watches.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_WafAcfpConfig.html
 */
export interface WafAccountCreationFraudPreventionOptions {
  /**
   * Content type of the request that creates an account.
   *
   * @default - the service decides
   */
  readonly payloadType?: WafPayloadType;

  /**
   * Path that takes the completed form by POST, with a leading slash, at most 256 characters.
   *
   * @default - the service decides
   */
  readonly creationPath?: string;

  /**
   * Path of the page that shows the form, with a leading slash, at most 256 characters.
   *
   * @default - the service decides
   */
  readonly registrationPagePath?: string;

  /**
   * How to tell a successful attempt from a failed one.
   *
   * @default - responses are not inspected
   */
  readonly responseInspection?: WafResponseInspection;
}

/**
 * How bot control works.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_WafBotControlConfig.html
 */
export interface WafBotControlOptions {
  /**
   * How closely to look.
   *
   * @default - the service decides
   */
  readonly inspectionLevel?: WafInspectionLevel;
}

/**
 * Status codes of the origin by which the WAF tells success from failure.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_WafResponseInspection.html
 */
export interface WafResponseInspection {
  /**
   * Status codes of success: 1 to 10 codes from 0 to 999, none of them a failure code.
   *
   * @default - the service decides
   */
  readonly successCodes?: number[];

  /**
   * Status codes of failure: 1 to 10 codes from 0 to 999, none of them a success code.
   *
   * @default - the service decides
   */
  readonly failureCodes?: number[];
}

/**
 * Content type of a request that the WAF inspects.
 */
export enum WafPayloadType {
  /** JSON, whose fields are named by JSON pointers. */
  JSON = 'JSON',

  /** Form data, whose fields are named by their names. */
  FORM_ENCODED = 'FORM_ENCODED',
}

/**
 * How closely bot control looks.
 */
export enum WafInspectionLevel {
  /** Bots that identify themselves. */
  COMMON = 'COMMON',

  /** Also bots that do not, by rate limits, CAPTCHA and background challenges of the browser. */
  TARGETED = 'TARGETED',
}
