/** The state of a resource before its last change. `resource` is undefined if the resource did not exist. */
export interface PreviousState<R> {
  readonly resource?: R;
  /** The time of the change, in milliseconds of the service's clock. */
  readonly at: number;
}
