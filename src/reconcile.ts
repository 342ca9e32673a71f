/**
 * When the settings are compared with the live distribution.
 */
export enum Reconcile {
  /** Only at deployments that change the resource in the template. */
  ON_CHANGE = 'on-change',

  /**
   * At every deployment, which reverts managed settings that were changed outside the stack.
   *
   * The template then contains the time of the synthesis, so that `cdk diff` always reports a difference.
   */
  EVERY_DEPLOYMENT = 'every-deployment',
}
