import {
  aws_cloudwatch as cloudwatch, aws_cloudwatch_actions as actions, aws_events as events, aws_scheduler as scheduler, Duration, Lazy, Stack,
} from 'aws-cdk-lib';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import { Construct } from 'constructs';
import { DistributionMetric } from './distribution-metric';
import { DistributionAlarmOptions, DistributionMonitorProps } from './distribution-monitor-props';
import { checkDistributionName } from './private/checks/check-distribution';
import { checkMetrics, checkNamespace, checkThreshold } from './private/checks/check-monitor';
import { refuseArgument, refuseProps } from './private/checks/check-types';
import { checkSeconds } from './private/checks/check-values';
import { finding, refuse } from './private/checks/finding';
import { ALARM_OPTIONS, METRIC, MONITOR_PROPS } from './private/checks/types/monitor';
import { identityOf } from './private/claims';
import { desiredSettings } from './private/desired-settings';
import { AlarmDefinition, ALARMS, DRIFT_ALARM, periodsWithoutValue } from './private/monitor/alarms';
import { DistributionMonitorFunction } from './private/monitor/function';
import { DEFAULT_DELAY, DEFAULT_METRICS, DEFAULT_NAMESPACE, MAX_DELAY, METRICS } from './private/monitor/metrics';
import { widgetsOf } from './private/monitor/widgets';

/**
 * Publishes metrics and the drift of an Amazon Lightsail distribution to CloudWatch, every five minutes.
 *
 * Lightsail does not publish the metrics of distributions to CloudWatch, and its own alarms cannot be defined for distributions with
 * its API. This construct reads them, compares the live settings with those of the template, and writes both to the log of a
 * function, from which CloudWatch extracts the metrics. It never changes a distribution.
 *
 * - The namespace is `Lightsail/Distributions` unless you choose another, and the dimension is `DistributionName`. The metrics are in the
 *   Region of the stack.
 * - Each period of five minutes is published once, also if a run is late, fails or comes twice. A run makes up for missed ones
 *   of the last three hours.
 * - The log has a line for each setting that differs.
 *
 * The first monitor in a stack also defines the Lambda function, the role and the log group that all monitors of the stack share. Each
 * monitor is one schedule.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetDistributionMetricData.html
 */
@propertyInjectable
export class DistributionMonitor extends Construct {
  /**
   * The ID for an `IPropertyInjector`, which can set properties of every `DistributionMonitor` in a scope.
   */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-lightsail-distribution.DistributionMonitor';

  /**
   * The metrics that are published.
   */
  public readonly metrics: DistributionMetric[];

  /**
   * Namespace of the metrics in CloudWatch.
   */
  public readonly namespace: string;

  private readonly distributionName: string;
  private readonly delay: Duration;

  /**
   * Defines a monitor.
   *
   * It throws an error that lists every invalid property.
   *
   * @param scope parent of the construct
   * @param id ID of the construct
   * @param props the distribution, and what is published
   */
  constructor(scope: Construct, id: string, props: DistributionMonitorProps) {
    refuseProps(scope, id, props, MONITOR_PROPS);
    super(scope, id);
    const { distribution, metrics, namespace = DEFAULT_NAMESPACE, delay = DEFAULT_DELAY } = props;
    const { distributionName } = distribution.distributionRef;
    refuse(this, [
      ...checkDistributionName('distribution', distributionName, 'use the name of the distribution in Lightsail'),
      ...checkMetrics(metrics),
      ...checkNamespace(namespace),
      ...checkSeconds('delay', delay, { min: 300, max: MAX_DELAY.toSeconds() }),
    ]);
    this.metrics = [...metrics ?? DEFAULT_METRICS];
    this.namespace = namespace;
    this.distributionName = distributionName;
    this.delay = delay;

    const { functionArn, role } = DistributionMonitorFunction.of(this);
    const identity = identityOf(distribution, distributionName);
    const schedule = new scheduler.CfnSchedule(this, 'Resource', {
      description: 'Monitors an Amazon Lightsail distribution',
      // At the minutes 0, 5, 10 and so on, at which periods end, not every five minutes since the deployment.
      scheduleExpression: 'cron(0/5 * * * ? *)',
      // The runs are spread, so that many monitors do not call Lightsail at the same moment.
      flexibleTimeWindow: { mode: 'FLEXIBLE', maximumWindowInMinutes: 1 },
      target: {
        arn: functionArn,
        roleArn: role.roleArn,
        // Later runs do the work of a run that is older than this.
        retryPolicy: { maximumEventAgeInSeconds: 3600, maximumRetryAttempts: 10 },
        // The input has everything that a run needs, so the function stores nothing. Settings can be added until the synthesis.
        input: Lazy.string({
          produce: () => Stack.of(this).toJsonString({
            time: '<aws.scheduler.scheduled-time>',
            distributionName,
            namespace,
            metrics: this.metrics,
            delaySeconds: delay.toSeconds(),
            settings: desiredSettings(this, identity),
          }),
        }),
      },
    });
    // The settings are deployed first, so that the change of a deployment does not count as drift.
    if (Construct.isConstruct(distribution)) schedule.node.addDependency(distribution);
  }

  /**
   * A published metric, with a statistic and a period that suit it.
   *
   * It throws an error if the metric is not one of those that are published.
   *
   * @param metric the metric
   * @param options a statistic, a period and other options that replace the defaults
   * @returns the metric
   */
  public metric(metric: DistributionMetric, options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    refuseArgument('DistributionMonitor.metric()', 'metric', metric, METRIC);
    refuse(this, this.metrics.includes(metric) ? [] : finding('metrics', {
      what: 'not published', got: `a use of "${metric}"`, allowed: `${this.metrics.join(', ')} are published`, todo: 'add it to metrics',
    }));
    return new cloudwatch.Metric({
      namespace: this.namespace,
      metricName: metric,
      dimensionsMap: { DistributionName: this.distributionName },
      ...METRICS[metric],
      ...options,
    }).attachTo(this);
  }

  /**
   * Number of requests, by default the sum of five minutes.
   *
   * @param options a statistic, a period and other options that replace the defaults
   * @returns the metric
   */
  public metricRequests(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(DistributionMetric.REQUESTS, options);
  }

  /**
   * Bytes that viewers downloaded, by default the sum of five minutes.
   *
   * @param options a statistic, a period and other options that replace the defaults
   * @returns the metric
   */
  public metricBytesDownloaded(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(DistributionMetric.BYTES_DOWNLOADED, options);
  }

  /**
   * Bytes that viewers uploaded, by default the sum of five minutes.
   *
   * @param options a statistic, a period and other options that replace the defaults
   * @returns the metric
   */
  public metricBytesUploaded(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(DistributionMetric.BYTES_UPLOADED, options);
  }

  /**
   * Responses that were errors in percent, by default the average of five minutes.
   *
   * @param options a statistic, a period and other options that replace the defaults
   * @returns the metric
   */
  public metricTotalErrorRate(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(DistributionMetric.TOTAL_ERROR_RATE, options);
  }

  /**
   * Responses with a status of 400 to 499 in percent, by default the average of five minutes.
   *
   * @param options a statistic, a period and other options that replace the defaults
   * @returns the metric
   */
  public metric4xxErrorRate(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(DistributionMetric.HTTP_4XX_ERROR_RATE, options);
  }

  /**
   * Responses with a status of 500 to 599 in percent, by default the average of five minutes.
   *
   * @param options a statistic, a period and other options that replace the defaults
   * @returns the metric
   */
  public metric5xxErrorRate(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(DistributionMetric.HTTP_5XX_ERROR_RATE, options);
  }

  /**
   * Number of settings that differ from the template, by default the maximum of five minutes.
   *
   * @param options a statistic, a period and other options that replace the defaults
   * @returns the metric
   */
  public metricDrift(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(DistributionMetric.DRIFT, options);
  }

  /**
   * Days until the certificate expires, by default the minimum of an hour.
   *
   * @param options a statistic, a period and other options that replace the defaults
   * @returns the metric
   */
  public metricCertificateDaysToExpiry(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(DistributionMetric.CERTIFICATE_DAYS_TO_EXPIRY, options);
  }

  /**
   * Forecast of the transfer of the month in percent of the quota, by default the maximum of an hour.
   *
   * @param options a statistic, a period and other options that replace the defaults
   * @returns the metric
   */
  public metricTransferForecast(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(DistributionMetric.TRANSFER_FORECAST, options);
  }

  /**
   * Alarm on drift, which the first use defines.
   *
   * It goes to the state ALARM when settings have differed from the template for 15 minutes.
   *
   * @returns the alarm
   */
  public alarmDrift(): cloudwatch.Alarm {
    return this.alarm(DRIFT_ALARM, {});
  }

  /**
   * Adds an alarm for each of these metrics that is published: the rate of HTTP 5xx errors, drift, the expiry and the renewal of the
   * certificate, and the forecast of the transfer.
   *
   * @param options a topic that is notified, and thresholds
   * @returns the alarms
   */
  public addAlarms(options: DistributionAlarmOptions = {}): cloudwatch.Alarm[] {
    refuseArgument('DistributionMonitor.addAlarms()', 'options', options, ALARM_OPTIONS);
    refuse(this, [
      ...checkThreshold('http5xxErrorRateThreshold', options.http5xxErrorRateThreshold, 100),
      ...checkThreshold('certificateDaysToExpiryThreshold', options.certificateDaysToExpiryThreshold, 395),
      ...checkThreshold('transferForecastThreshold', options.transferForecastThreshold, 100_000),
    ]);
    const alarms = ALARMS.filter(({ metric }) => this.metrics.includes(metric)).map((definition) => this.alarm(definition, options));
    if (options.topic !== undefined) {
      const notification = new actions.SnsAction(options.topic);
      for (const alarm of alarms) {
        alarm.addAlarmAction(notification);
        alarm.addOkAction(notification);
      }
    }
    return alarms;
  }

  /**
   * Defines a rule for the event of CloudWatch by which the verdict on drift changes: the alarm on drift goes to ALARM or returns to OK.
   *
   * The events are those of the source `aws.cloudwatch` with the detail type `CloudWatch Alarm State Change`.
   *
   * @param id ID of the rule
   * @param options the target and other options of the rule
   * @returns the rule
   */
  public onDriftChange(id: string, options: events.OnEventOptions = {}): events.Rule {
    const rule = new events.Rule(this, id, options);
    rule.addEventPattern({
      source: ['aws.cloudwatch'], detailType: ['CloudWatch Alarm State Change'], resources: [this.alarmDrift().alarmArn],
    });
    rule.addTarget(options.target);
    return rule;
  }

  /**
   * Graphs of all published metrics, for a `Dashboard` of CloudWatch.
   *
   * @returns the widgets, three of which fill a row
   */
  public dashboardWidgets(): cloudwatch.IWidget[] {
    return widgetsOf(this.distributionName, this.metrics, (name, label) => this.metric(name, { label }), Stack.of(this).region);
  }

  private alarm({ id, metric, text, threshold, isDelayed, options }: AlarmDefinition, alarmOptions: DistributionAlarmOptions): cloudwatch.Alarm {
    const limit = threshold(alarmOptions);
    const delay = this.delay.isUnresolved() ? MAX_DELAY : this.delay;
    return this.node.tryFindChild(id) as cloudwatch.Alarm | undefined ?? this.metric(metric).createAlarm(this, id, {
      ...options,
      evaluationPeriods: options.evaluationPeriods + (isDelayed ? periodsWithoutValue(delay.toSeconds()) : 0),
      threshold: limit,
      alarmDescription: `Lightsail distribution ${this.distributionName}: ${text(limit)}`,
    });
  }
}
