/** Ends a request as failed; the message is for the user. */
export class RequestFailed extends Error {
  readonly name = 'RequestFailed';
  /** CloudFormation must not send a Delete because of it. */
  readonly preventsDelete: boolean;

  constructor(message: string, { preventsDelete = false, ...options }: ErrorOptions & { readonly preventsDelete?: boolean } = {}) {
    super(message, options);
    this.preventsDelete = preventsDelete;
  }
}
