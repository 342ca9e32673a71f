import { attempt, isTransientFailure, type Failure } from '../../../lambda/lightsail/attempt';

const error = (name: string, message = '', more: object = {}) => Object.assign(new Error(message), { name, ...more });
const BUSY = 'Please try again in a few minutes.';

test('a call that succeeds has a value', async () => {
  expect(await attempt(() => Promise.resolve(5))).toEqual({ ok: true, value: 5 });
});

test.each<[Error, Failure['kind'], boolean]>([
  [error('InvalidInputException', BUSY), 'busy', true],
  [error('ThrottlingException', 'Rate exceeded'), 'throttled', true],
  [error('ServiceException', 'no'), 'outcome unknown', true],
  [error('NotFoundException', 'no'), 'not found', false],
  [error('InvalidInputException', 'Some names are already in use: my-cdn'), 'name in use', false],
  [error('AccessDeniedException', 'User: x is not authorized'), 'access denied', false],
  [error('LightsailServiceException', 'no', { code: 'UnauthorizedOperation' }), 'access denied', false],
  [error('InvalidInputException', 'no such origin'), 'refused', false],
  // A transient error has precedence, because another attempt does no harm.
  [error('ThrottlingException', BUSY), 'busy', true],
  [error('ThrottlingException', 'slow down', { $fault: 'server' }), 'throttled', true],
  [error('NotFoundException', 'no', { $metadata: { httpStatusCode: 503 } }), 'outcome unknown', true],
  [error('NotFoundException', 'names are already in use'), 'not found', false],
])('%s is %s', async (thrown, kind, isTransient) => {
  const attempted = await attempt(() => Promise.reject(thrown));
  if (attempted.ok) throw new Error('it has succeeded');
  expect(attempted.failure).toEqual({ kind, description: expect.stringContaining(thrown.name), error: thrown });
  expect(isTransientFailure(attempted.failure)).toBe(isTransient);
});
