/**
 * Configuration of account takeover prevention, which inspects login requests.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_WafAtpConfig.html
 */
export interface WafAccountTakeoverPreventionOptions {
  /**
   * Path of the login endpoint, with a leading slash, at most 256 characters. Paths that start with it match as well.
   *
   * @default - the service default
   */
  readonly loginPath?: string;

  /**
   * Content type of the login request.
   *
   * @default - the service default
   */
  readonly payloadType?: WafPayloadType;

  /**
   * Field with the user name, 1 to 512 characters: a JSON pointer (`/user`) for JSON, a name (`user`) for form data.
   *
   * @default - the service default
   */
  readonly usernameField?: string;

  /**
   * Field with the password, 1 to 512 characters: a JSON pointer (`/password`) for JSON, a name (`password`) for form data.
   *
   * @default - the service default
   */
  readonly passwordField?: string;

  /**
   * Status codes of successful and of failed logins.
   *
   * @default - responses are not inspected
   */
  readonly responseInspection?: WafResponseInspection;
}

/**
 * Configuration of account creation fraud prevention, which inspects requests that create accounts.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_WafAcfpConfig.html
 */
export interface WafAccountCreationFraudPreventionOptions {
  /**
   * Content type of the request that creates an account.
   *
   * @default - the service default
   */
  readonly payloadType?: WafPayloadType;

  /**
   * Path of the account creation endpoint, which receives the completed form by POST.
   *
   * It has a leading slash and at most 256 characters.
   *
   * @default - the service default
   */
  readonly creationPath?: string;

  /**
   * Path of the page with the registration form, with a leading slash, at most 256 characters.
   *
   * @default - the service default
   */
  readonly registrationPagePath?: string;

  /**
   * Status codes of successful and of failed attempts.
   *
   * @default - responses are not inspected
   */
  readonly responseInspection?: WafResponseInspection;
}

/**
 * Configuration of bot control.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_WafBotControlConfig.html
 */
export interface WafBotControlOptions {
  /**
   * Which bots are detected.
   *
   * @default - the service default
   */
  readonly inspectionLevel?: WafInspectionLevel;
}

/**
 * Status codes of the origin that mean success or failure to the WAF.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_WafResponseInspection.html
 */
export interface WafResponseInspection {
  /**
   * Status codes that mean success: 1 to 10 codes from 0 to 999, none of which is a failure code.
   *
   * @default - the service default
   */
  readonly successCodes?: number[];

  /**
   * Status codes that mean failure: 1 to 10 codes from 0 to 999, none of which is a success code.
   *
   * @default - the service default
   */
  readonly failureCodes?: number[];
}

/**
 * Content type of a request that the WAF inspects.
 */
export enum WafPayloadType {
  /** JSON, with JSON pointers as the names of fields. */
  JSON = 'JSON',

  /** URL-encoded form data. */
  FORM_ENCODED = 'FORM_ENCODED',
}

/**
 * Inspection level of bot control.
 */
export enum WafInspectionLevel {
  /** Detects bots that identify themselves. */
  COMMON = 'COMMON',

  /** Also detects bots that do not, with rate limits, CAPTCHA and background browser challenges. */
  TARGETED = 'TARGETED',
}
