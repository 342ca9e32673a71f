/**
 * The port that makes sure that each period is published once. CloudWatch adds values that are published twice, and a schedule may run twice. So a
 * run claims a period before it publishes it. A claim is an empty log stream in the log group of the function. CloudWatch Logs creates a stream
 * for one caller only, even if two callers use the same name at the same moment. No other resource is needed.
 */
export interface Claims {
  /** The starts of the claimed periods of a distribution, newest first; of the latest only. */
  list(distributionName: string): Promise<readonly number[]>;
  /** Whether this call is the one that claims the period. */
  take(distributionName: string, start: number): Promise<boolean>;
  drop(distributionName: string, start: number): Promise<void>;
}
