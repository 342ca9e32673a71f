/** What a resource was before its last change; nothing if there was none. */
export interface PreviousState<R> {
  readonly resource?: R;
  /** Milliseconds of the service's clock. */
  readonly at: number;
}
