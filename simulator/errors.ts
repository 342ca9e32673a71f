/** An exception of the service: `name` is its type, `code` the finer word that Lightsail puts beside it. */
export class ServiceError extends Error {
  constructor(readonly name: string, message: string, readonly code: string = name) {
    super(message);
  }
}

/** The connection was cut by a fault: the caller cannot know whether the call took effect. */
export class ConnectionCut extends Error {
  readonly name = 'ConnectionCut';

  constructor(readonly when: 'cutBefore' | 'cutAfter') {
    super(`the connection was cut ${when === 'cutBefore' ? 'before' : 'after'} the effect`);
  }
}

export function invalidInput(message: string): ServiceError {
  return new ServiceError('InvalidInputException', message);
}

/** Lightsail has two exception types for a name it does not know; the phrase and the code are the same in both. */
export function notFound(type: 'InvalidInputException' | 'NotFoundException', name: string): ServiceError {
  return new ServiceError(type, `Requested resource not found: ${name}`, 'DoesNotExist');
}
