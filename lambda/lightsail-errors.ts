import { shown } from './codec';

/** The members that errors of the SDK, of Lightsail and of Node's sockets have in common. */
interface ServiceError {
  readonly name?: string;
  readonly message?: string;
  readonly code?: string;
  readonly tip?: string;
  readonly $fault?: string;
  readonly httpStatusCode?: number;
}

// By name, code and message, never by class: for some operations the service answers with a type that the SDK does not model.
function asServiceError(error: unknown): ServiceError {
  if (typeof error !== 'object' || error === null) return { message: String(error) };
  const { name, message, code, tip, $fault, $metadata } = error as Readonly<Record<string, unknown>>;
  const { httpStatusCode } = ($metadata ?? {}) as { readonly httpStatusCode?: number };
  return { name: words(name), message: words(message), code: words(code), tip: words(tip), $fault: words($fault), httpStatusCode };
}

/** An answer that is none of Lightsail's may have anything there, of any length. */
const words = (value: unknown) => (typeof value === 'string' ? value.slice(0, 2_000) : value == null ? undefined : shown(value));

/** A missing distribution is an InvalidInputException with this phrase, or a NotFoundException, or a code. */
export function isNotFound(error: unknown): boolean {
  const { name, code, message = '' } = asServiceError(error);
  return name === 'NotFoundException' || code === 'DoesNotExist' || /DoesNotExist|requested resource not found/i.test(message);
}

/** Another change of the distribution is under way. */
export function isBusy(error: unknown): boolean {
  return /please try again in a few minutes|please wait for it to complete before trying again/i.test(asServiceError(error).message ?? '');
}

/** A resource of this name is there already: of any kind, and perhaps ours. */
export function isNameTaken(error: unknown): boolean {
  return /names? (is|are) already in use/i.test(asServiceError(error).message ?? '');
}

const THROTTLED = new RegExp('^(Throttling|ThrottlingException|ThrottledException|TooManyRequestsException|RequestLimitExceeded|SlowDown'
  + '|RequestThrottled|RequestThrottledException|LimitExceededException|EC2ThrottledException|BandwidthLimitExceeded)$');
const CUT = /^(ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|TimeoutError|RequestTimeout|RequestTimeoutException)$/;
const SERVER_FAULT = /^(ServiceException|InternalFailure|InternalServerError|ServiceUnavailable|ServiceUnavailableException)$/;

export function isThrottled(error: unknown): boolean {
  const { name = '', code = '', httpStatusCode } = asServiceError(error);
  return THROTTLED.test(name) || THROTTLED.test(code) || httpStatusCode === 429;
}

/** Nobody knows whether the call took effect: the service failed over it, or its answer was lost. */
export function isUnanswered(error: unknown): boolean {
  const { name = '', code = '', message = '', $fault, httpStatusCode = 400 } = asServiceError(error);
  // A status below 400 is an answer that broke off or cannot be read: the call did take effect.
  return CUT.test(code) || CUT.test(name) || SERVER_FAULT.test(name) || $fault === 'server' || httpStatusCode >= 500 || httpStatusCode < 400
    || ($fault === undefined && /socket hang up|\baborted\b/i.test(message));
}

/** Worth another try at the next poll. */
export function isTransient(error: unknown): boolean {
  return isBusy(error) || isThrottled(error) || isUnanswered(error);
}

/** The service's own words. */
export function told(error: unknown): string {
  const { name = 'Error', code, message = '', tip, httpStatusCode } = asServiceError(error);
  // The SDK stumbled over the answer; how, tells nobody anything.
  if (message.includes('Deserialization error: ')) return `an answer of HTTP status ${httpStatusCode} that cannot be read`;
  return `${name}${code && code !== name ? ` (${code})` : ''}: ${message.trim()}${tip ? ` ${tip.trim()}` : ''}`;
}
