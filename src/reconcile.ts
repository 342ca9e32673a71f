/**
 * When the settings are compared with the live distribution.
 */
export enum Reconcile {
  /** When something in the construct has changed since the last deployment. */
  ON_CHANGE = 'on-change',

  /**
   * At every deployment, so that a change by another hand is put back.
   *
   * The template then differs at each synthesis, as `cdk diff` will show.
   */
  EVERY_DEPLOYMENT = 'every-deployment',
}
