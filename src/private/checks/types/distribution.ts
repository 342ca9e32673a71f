import { RemovalPolicy } from 'aws-cdk-lib';
import { enumOf, mapOf, optionsOf, text } from './kinds';
import { DISTRIBUTION_OPTIONS, ORIGIN } from './options';
import { known, required } from './type';
import { DistributionAttributes, DistributionProps, OnExisting } from '../../../distribution-props';

export const DISTRIBUTION_PROPS = optionsOf<DistributionProps>({
  ...DISTRIBUTION_OPTIONS,
  origin: required(ORIGIN),
  distributionName: text('my-cdn'),
  tags: mapOf(text('production'), '{ stage: "production" }'),
  // Without SNAPSHOT, which another check refuses.
  removalPolicy: known(enumOf('a RemovalPolicy', RemovalPolicy, ['DESTROY', 'RETAIN', 'RETAIN_ON_UPDATE_OR_DELETE'])),
  onExisting: known(enumOf('an OnExisting', OnExisting)),
}, '{ origin: { name: "my-instance" } }');

export const DISTRIBUTION_ATTRIBUTES = optionsOf<DistributionAttributes>({
  distributionName: required(text('my-cdn')),
  distributionArn: text('arn:aws:lightsail:us-east-1:111111111111:Distribution/0dc1b5b2'),
  distributionDomainName: text('d1234567890abc.cloudfront.net'),
}, '{ distributionName: "my-cdn" }');
