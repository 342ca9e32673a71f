/** An exception of the service. `name` is its type, and `code` the more specific code that Lightsail returns beside it. */
export class ServiceError extends Error {
  constructor(readonly name: string, message: string, readonly code: string = name) {
    super(message);
  }
}

/** A fault cut the connection. The caller cannot know whether the call took effect. */
export class ConnectionCut extends Error {
  readonly name = 'ConnectionCut';

  constructor(readonly when: 'cutBefore' | 'cutAfter') {
    super(`the connection was cut ${when === 'cutBefore' ? 'before' : 'after'} the effect`);
  }
}

export function invalidInput(message: string): ServiceError {
  return new ServiceError('InvalidInputException', message);
}

/** Lightsail uses two exception types for an unknown name. The message and the code are the same in both. */
export function notFound(type: 'InvalidInputException' | 'NotFoundException', name: string): ServiceError {
  return new ServiceError(type, `Requested resource not found: ${name}`, 'DoesNotExist');
}
