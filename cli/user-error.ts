/** An error that the user can act on. It is shown as one line, without a stack trace. */
export class UserError extends Error {
  public readonly name = 'UserError';
}
