/**
 * The port to what makes sure that a period is published once. CloudWatch adds what is published twice, and a schedule may run twice, so a
 * run claims a period before it publishes it. A claim is an empty log stream beside the log of the function: CloudWatch Logs creates a
 * stream of a name for one caller only, also when two call at the same moment. No other resource is needed.
 */
export interface Claims {
  /** The starts of the claimed periods of a distribution, newest first; of the latest only. */
  list(distributionName: string): Promise<readonly number[]>;
  /** Whether this call is the one that claims the period. */
  take(distributionName: string, start: number): Promise<boolean>;
  drop(distributionName: string, start: number): Promise<void>;
}
