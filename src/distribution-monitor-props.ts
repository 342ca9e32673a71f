import { aws_sns as sns, Duration } from 'aws-cdk-lib';
import { aws_lightsail } from 'aws-cdk-lib/interfaces';
import { DistributionMetric } from './distribution-metric';

/**
 * Properties of `DistributionMonitor`.
 */
export interface DistributionMonitorProps {
  /**
   * The distribution that is monitored.
   *
   * It can be a `Distribution`, a `DistributionSettings`, a reference of this library to an existing distribution, or a
   * `CfnDistribution` of the CDK. Drift is measured against the settings that constructs of the same stack manage.
   */
  readonly distribution: aws_lightsail.IDistributionRef;

  /**
   * The metrics that are published.
   *
   * @default - REQUESTS, BYTES_DOWNLOADED, HTTP_5XX_ERROR_RATE, DRIFT, CERTIFICATE_DAYS_TO_EXPIRY and TRANSFER_FORECAST
   */
  readonly metrics?: DistributionMetric[];

  /**
   * Namespace of the metrics in CloudWatch: 1 to 255 letters, digits and the characters `.`, `-`, `_`, `/` and `#`.
   *
   * @default - Lightsail/Distributions
   */
  readonly namespace?: string;

  /**
   * How old a period of five minutes is before its data is read from Lightsail: 5 to 60 minutes, in whole seconds.
   *
   * A period is published once, so data that Lightsail adds later is not. AWS does not document how long Lightsail takes.
   *
   * @default - 10 minutes
   */
  readonly delay?: Duration;
}

/**
 * Options of the alarms of a `DistributionMonitor`.
 */
export interface DistributionAlarmOptions {
  /**
   * The topic that is notified when an alarm goes to the state ALARM, and when it returns to OK.
   *
   * @default - no notification
   */
  readonly topic?: sns.ITopic;

  /**
   * Percentage of responses with a status of 500 to 599 from which an alarm is raised, in three of the newest periods of five minutes.
   *
   * Values exist for periods that are older than the delay of the monitor. So the alarm looks at that many periods more than three.
   *
   * @default 5
   */
  readonly http5xxErrorRateThreshold?: number;

  /**
   * Days until the certificate expires below which an alarm is raised.
   *
   * Lightsail renews a certificate by itself long before that, if it is validated and in use.
   *
   * @default 30
   */
  readonly certificateDaysToExpiryThreshold?: number;

  /**
   * Percentage of the transfer quota above which the forecast for the month raises an alarm.
   *
   * @default 100
   */
  readonly transferForecastThreshold?: number;
}
