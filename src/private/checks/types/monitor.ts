import { aws_sns as sns } from 'aws-cdk-lib';
import { enumOf, listOf, number, optionsOf, text } from './kinds';
import { DISTRIBUTION_REF, objectWith } from './references';
import { known, required } from './type';
import { DURATION } from './values';
import { DistributionMetric } from '../../../distribution-metric';
import { DistributionAlarmOptions, DistributionMonitorProps } from '../../../distribution-monitor-props';

export const METRIC = known(enumOf('a DistributionMetric', DistributionMetric));

export const MONITOR_PROPS = optionsOf<DistributionMonitorProps>({
  distribution: required(DISTRIBUTION_REF),
  metrics: known(listOf(METRIC, '[DistributionMetric.REQUESTS]')),
  namespace: text('Lightsail/Distributions'),
  delay: DURATION,
}, '{ distribution }');

export const ALARM_OPTIONS = optionsOf<DistributionAlarmOptions>({
  topic: objectWith<sns.ITopic>('a topic', ['topicArn'], () => 'use a Topic, or Topic.fromTopicArn()'),
  http5xxErrorRateThreshold: number(5),
  certificateDaysToExpiryThreshold: number(30),
  transferForecastThreshold: number(100),
}, '{ topic }');
