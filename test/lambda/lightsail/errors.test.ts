import { describeError, isAccessDenied, isBusy, isNameInUse, isNotFound, isOutcomeUnknown, isThrottled, isTransient } from '../../../lambda/lightsail/errors';

const error = (name: string, message = '', more: object = {}) => Object.assign(new Error(message), { name, ...more });
const kind = (one: unknown) => ({
  notFound: isNotFound(one), busy: isBusy(one), throttled: isThrottled(one), unanswered: isOutcomeUnknown(one), transient: isTransient(one),
});
const none = { notFound: false, busy: false, throttled: false, unanswered: false, transient: false };

type Case = [unknown, Partial<typeof none>];

test.each<Case>([
  [error('NotFoundException'), { notFound: true }],
  [error('InvalidInputException', 'Requested resource not found: my-cdn'), { notFound: true }],
  [error('LightsailServiceException', 'x', { code: 'DoesNotExist' }), { notFound: true }],
  [error('InvalidInputException', 'DoesNotExist: my-cdn'), { notFound: true }],
  [error('InvalidInputException', 'Please try again in a few minutes.'), { busy: true, transient: true }],
  [error('OperationFailureException', 'Please wait for it to complete before trying again'), { busy: true, transient: true }],
  [error('InvalidInputException', 'Distribution-related APIs are only available in the us-east-1 Region.', { code: 'UnsupportedOperation' }), {}],
  [error('InvalidInputException', 'Some names are already in use: my-cdn'), {}],
  [error('InvalidInputException', 'Please try again with another name, or please wait.'), {}],
  [error('ThrottlingException', 'Rate exceeded'), { throttled: true, transient: true }],
  [error('LightsailServiceException', 'Rate exceeded', { code: 'Throttling' }), { throttled: true, transient: true }],
  ...['Throttling', 'ThrottledException', 'TooManyRequestsException', 'RequestLimitExceeded', 'SlowDown', 'PriorRequestNotComplete']
    .map((name) => [error(name), { throttled: true, transient: true }] satisfies Case),
  ...['ServiceException', 'InternalFailure', 'InternalServerError', 'ServiceUnavailable', 'ServiceUnavailableException', 'RequestTimeout', 'RequestTimeoutException']
    .map((name) => [error(name), { unanswered: true, transient: true }] satisfies Case),
  ...['ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']
    .map((code) => [error('Error', `connect ${code}`, { code }), { unanswered: true, transient: true }] satisfies Case),
  [error('Unknown', 'oops', { $fault: 'server' }), { unanswered: true, transient: true }],
  [error('Unknown', 'oops', { $metadata: { httpStatusCode: 500 } }), { unanswered: true, transient: true }],
  [error('ServiceException', 'oops', { $fault: 'server', $metadata: { httpStatusCode: 500 } }), { unanswered: true, transient: true }],
  [error('Unknown', 'UnknownError', { $metadata: { httpStatusCode: 503 } }), { unanswered: true, transient: true }],
  [error('Error', 'read ECONNRESET', { code: 'ECONNRESET' }), { unanswered: true, transient: true }],
  [error('Error', 'socket hang up'), { unanswered: true, transient: true }],
  [error('TimeoutError', 'Connection timed out'), { unanswered: true, transient: true }],
  [error('AccessDeniedException', 'User: … is not authorized', { $fault: 'client', $metadata: { httpStatusCode: 400 } }), {}],
  [error('AccountSetupInProgressException'), {}],
  [error('Unknown', 'slow down', { $metadata: { httpStatusCode: 429 } }), { throttled: true, transient: true }],
  [error('Unknown', 'oops', { $metadata: { httpStatusCode: 399 } }), { unanswered: true, transient: true }],
  [error('Unknown', 'oops', { $metadata: { httpStatusCode: 400 } }), {}],
  [error('Unknown', 'oops', { $metadata: { httpStatusCode: 499 } }), {}],
  [error('Unknown', 'oops', { $metadata: { httpStatusCode: 200 } }), { unanswered: true, transient: true }],
  [error('Unknown', 'socket hang up, said the user', { $fault: 'client' }), {}],
  [error('MyServiceException'), {}],
  [error('ServiceExceptionOfMine'), {}],
  [error('Error', 'x', { code: 'XECONNRESET' }), {}],
  [error('Error', 'x', { code: 'ECONNRESETX' }), {}],
  [error('Error', 'x', { code: null }), {}],
  [null, {}],
  ['a string', {}],
  [undefined, {}],
])('%p', (one, expected) => {
  expect(kind(one)).toEqual({ ...none, ...expected });
});

test.each<[unknown, string]>([
  [error('InvalidInputException', 'no such origin ', { code: 'InvalidOrigin', tip: ' Name an instance.' }),
    'InvalidInputException (InvalidOrigin): no such origin Name an instance.'],
  [error('AccessDeniedException', 'not authorized'), 'AccessDeniedException: not authorized'],
  ['a string', 'Error: a string'],
])('the message of Lightsail: %p', (one, words) => {
  expect(describeError(one)).toBe(words);
});

test.each<[unknown, boolean]>([
  [error('InvalidInputException', 'Some names are already in use: my-cdn'), true],
  [error('InvalidInputException', 'The name is already in use.'), true],
  [error('InvalidInputException', 'Names must be unique'), false],
  [error('NameInUseException'), false],
  [undefined, false],
])('a name that is taken: %p', (one, expected) => {
  expect(isNameInUse(one)).toBe(expected);
});

test.each<[unknown, boolean]>([
  [error('AccessDeniedException'), true],
  [error('LightsailServiceException', 'no', { code: 'AccessDenied' }), true],
  [error('UnauthorizedException'), true],
  [error('NotAccessDenied'), false],
  [error('AccessDeniedExceptions'), false],
  [error('InvalidInputException', 'AccessDenied'), false],
])('access is denied: %p, %p', (one, isDenied) => {
  expect(isAccessDenied(one)).toBe(isDenied);
});

test('a description of any length is cut', () => {
  expect(describeError(error('Some', 'x'.repeat(5_000)))).toBe(`Some: ${'x'.repeat(2_000)}`);
});
