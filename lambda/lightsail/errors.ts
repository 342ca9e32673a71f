import { formatValue } from '../protocol/format-value';

/** The members that errors of the SDK, of Lightsail and of Node.js sockets have in common. */
interface ServiceError {
  readonly name?: string;
  readonly message?: string;
  readonly code?: string;
  readonly tip?: string;
  readonly $fault?: string;
  readonly httpStatusCode?: number;
}

// By name, code and message, never by class: for some operations the service returns a type that the SDK does not model.
function asServiceError(error: unknown): ServiceError {
  if (typeof error !== 'object' || error === null) return { message: String(error) };
  const { name, message, code, tip, $fault, $metadata } = error as Readonly<Record<string, unknown>>;
  const { httpStatusCode } = ($metadata ?? {}) as { readonly httpStatusCode?: number };
  return { name: asText(name), message: asText(message), code: asText(code), tip: asText(tip), $fault: asText($fault), httpStatusCode };
}

/** A response that does not come from Lightsail may have any value there, of any length. */
const asText = (value: unknown) => (typeof value === 'string' ? value.slice(0, 2_000) : value == null ? undefined : formatValue(value));

/** A missing distribution is an InvalidInputException with this phrase, or a NotFoundException, or a code. */
export function isNotFound(error: unknown): boolean {
  const { name, code, message = '' } = asServiceError(error);
  return name === 'NotFoundException' || code === 'DoesNotExist' || /DoesNotExist|requested resource not found/i.test(message);
}

/** Another change of the distribution is in progress. */
export function isBusy(error: unknown): boolean {
  return /please try again in a few minutes|please wait for it to complete before trying again/i.test(asServiceError(error).message ?? '');
}

/** A resource of this name exists: of any kind, and it may be the one that an earlier try created. */
export function isNameInUse(error: unknown): boolean {
  return /names? (is|are) already in use/i.test(asServiceError(error).message ?? '');
}

const ACCESS_DENIED = /^(AccessDenied|AccessDeniedException|UnauthorizedOperation|UnauthorizedException)$/;
const THROTTLED = new RegExp('^(Throttling|ThrottlingException|ThrottledException|TooManyRequestsException|RequestLimitExceeded|SlowDown'
  + '|RequestThrottled|RequestThrottledException|LimitExceededException|EC2ThrottledException|BandwidthLimitExceeded|PriorRequestNotComplete)$');
const CONNECTION_LOST = /^(ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|TimeoutError|RequestTimeout|RequestTimeoutException)$/;
const SERVER_FAULT = /^(ServiceException|InternalFailure|InternalServerError|ServiceUnavailable|ServiceUnavailableException)$/;

/** The role of the function may not make the call. */
export function isAccessDenied(error: unknown): boolean {
  const { name = '', code = '' } = asServiceError(error);
  return ACCESS_DENIED.test(name) || ACCESS_DENIED.test(code);
}

export function isThrottled(error: unknown): boolean {
  const { name = '', code = '', httpStatusCode } = asServiceError(error);
  return THROTTLED.test(name) || THROTTLED.test(code) || httpStatusCode === 429;
}

/** The service failed, or its response was lost: the call may or may not have taken effect. */
export function isOutcomeUnknown(error: unknown): boolean {
  const { name = '', code = '', message = '', $fault, httpStatusCode = 400 } = asServiceError(error);
  // A status below 400 is a response that is incomplete or unreadable: the call did take effect.
  return CONNECTION_LOST.test(code) || CONNECTION_LOST.test(name) || SERVER_FAULT.test(name) || $fault === 'server' || httpStatusCode >= 500
    || httpStatusCode < 400 || ($fault === undefined && /socket hang up|\baborted\b/i.test(message));
}

/** Worth another try at the next poll. */
export function isTransient(error: unknown): boolean {
  return isBusy(error) || isThrottled(error) || isOutcomeUnknown(error);
}

/** Name, code, message and tip of the service. */
export function describeError(error: unknown): string {
  const { name = 'Error', code, message = '', tip, httpStatusCode } = asServiceError(error);
  // How the SDK failed to read the response does not help the user.
  if (message.includes('Deserialization error: ')) return `an unreadable response with HTTP status ${httpStatusCode}`;
  return `${name}${code && code !== name ? ` (${code})` : ''}: ${message.trim()}${tip ? ` ${tip.trim()}` : ''}`;
}
