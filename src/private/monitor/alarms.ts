import { aws_cloudwatch as cloudwatch } from 'aws-cdk-lib';
import { DistributionMetric } from '../../distribution-metric';
import { DistributionAlarmOptions } from '../../distribution-monitor-props';

/** How an alarm is defined, and what it says about the distribution. */
export interface AlarmDefinition {
  readonly id: string;
  readonly metric: DistributionMetric;
  readonly text: (threshold: number) => string;
  readonly threshold: (options: DistributionAlarmOptions) => number;
  /** Whether values are of a time that is as old as the delay of the monitor, so that the newest periods have none yet. */
  readonly isDelayed?: boolean;
  readonly options: Omit<cloudwatch.CreateAlarmOptions, 'threshold'>;
}

const { GREATER_THAN_THRESHOLD, GREATER_THAN_OR_EQUAL_TO_THRESHOLD, LESS_THAN_THRESHOLD } = cloudwatch.ComparisonOperator;

/** Three periods, so that neither one bad moment nor a deployment of the stack raises an alarm. */
const THREE = { evaluationPeriods: 3, datapointsToAlarm: 3 };

/** Without data nothing has changed: the state stays. */
const { IGNORE, NOT_BREACHING } = cloudwatch.TreatMissingData;

export const DRIFT_ALARM: AlarmDefinition = {
  id: 'DriftAlarm',
  metric: DistributionMetric.DRIFT,
  text: () => 'settings differ from the template; the log of the monitor names them',
  threshold: () => 0,
  options: { ...THREE, comparisonOperator: GREATER_THAN_THRESHOLD, treatMissingData: IGNORE },
};

export const ALARMS: readonly AlarmDefinition[] = [
  {
    id: 'Http5xxErrorRateAlarm',
    metric: DistributionMetric.HTTP_5XX_ERROR_RATE,
    text: (threshold) => `${threshold} % of the responses or more have a status of 500 to 599`,
    threshold: ({ http5xxErrorRateThreshold = 5 }) => http5xxErrorRateThreshold,
    isDelayed: true,
    // Without requests there are no errors.
    options: { ...THREE, comparisonOperator: GREATER_THAN_OR_EQUAL_TO_THRESHOLD, treatMissingData: NOT_BREACHING },
  },
  DRIFT_ALARM,
  {
    id: 'CertificateAlarm',
    metric: DistributionMetric.CERTIFICATE_DAYS_TO_EXPIRY,
    text: (threshold) => `the certificate expires in less than ${threshold} days`,
    threshold: ({ certificateDaysToExpiryThreshold = 30 }) => certificateDaysToExpiryThreshold,
    options: { evaluationPeriods: 1, comparisonOperator: LESS_THAN_THRESHOLD, treatMissingData: IGNORE },
  },
  {
    id: 'CertificateRenewalAlarm',
    metric: DistributionMetric.CERTIFICATE_RENEWAL_BLOCKED,
    text: () => 'the renewal of the certificate failed, or waits for the validation of a domain name',
    threshold: () => 0,
    options: { evaluationPeriods: 1, comparisonOperator: GREATER_THAN_THRESHOLD, treatMissingData: IGNORE },
  },
  {
    id: 'TransferAlarm',
    metric: DistributionMetric.TRANSFER_FORECAST,
    text: (threshold) => `the transfer of this month is forecast to be more than ${threshold} % of the quota`,
    threshold: ({ transferForecastThreshold = 100 }) => transferForecastThreshold,
    options: { ...THREE, comparisonOperator: GREATER_THAN_THRESHOLD, treatMissingData: IGNORE },
  },
];

/** In seconds: the time between two runs, which is the length of a period. */
const PERIOD = 300;

/**
 * How many of the newest periods may have no value yet: those of the delay, the one whose run has not ended, and one more for a run that fails.
 * An alarm that did not look further back would find fewer values than it needs, and its state would change back and forth.
 */
export function periodsWithoutValue(delaySeconds: number): number {
  return Math.ceil(delaySeconds / PERIOD) + 2;
}
