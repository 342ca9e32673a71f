import { CustomResource, Duration, Fn, Stack } from 'aws-cdk-lib';
import { aws_lightsail, ResourceEnvironment } from 'aws-cdk-lib/interfaces';
import { Construct } from 'constructs';
import { DistributionOptions } from './distribution-options';
import { checkAnySetting, checkDistributionName } from './private/checks/check-distribution';
import { checkOptions } from './private/checks/check-options';
import { checkSeconds } from './private/checks/check-values';
import { refuse } from './private/checks/finding';
import { LightsailDistributionProvider } from './private/provider';
import { renderSettings } from './private/render-settings';
import { RESOURCE_TYPE, ResourceProperties } from './private/resource-properties';

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

/**
 * Properties of `DistributionSettings`.
 */
export interface DistributionSettingsProps extends DistributionOptions {
  /**
   * The distribution: what `Distribution.fromDistributionName` returns, a `CfnDistribution` of `aws-cdk-lib/aws-lightsail`, or
   * other settings of the same distribution, which are then applied first.
   */
  readonly distribution: aws_lightsail.IDistributionRef;

  /**
   * Whether the deployment waits until the edge has the change, which takes some minutes.
   *
   * With `false` it ends as soon as Lightsail has accepted the last change, and does not learn whether it succeeds.
   *
   * @default true
   */
  readonly waitForDeployment?: boolean;

  /**
   * When the settings are compared with the live distribution.
   *
   * @default Reconcile.ON_CHANGE
   */
  readonly reconcile?: Reconcile;

  /**
   * How long the deployment waits before it fails and says what is pending: 1 to 50 minutes, in whole seconds.
   *
   * @default Duration.minutes(50)
   */
  readonly timeout?: Duration;
}

/**
 * Settings of a distribution that exists already, made by hand or by anything else.
 *
 * At deployment the settings are compared with the live distribution, and only what differs is changed. A setting that is
 * absent is left alone; one that is taken out of the template later goes back to the default of the service, if it has one,
 * and if the value is still the one that the template had.
 * So several of these may manage the same distribution, from one stack or from many, as long as no setting is managed twice.
 *
 * The stack may be in any Region. The first of these in a stack also defines the function that does the work for all of them.
 *
 * Deleting the construct leaves the distribution as it is.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_UpdateDistribution.html
 */
export class DistributionSettings extends Construct implements aws_lightsail.IDistributionRef {
  /**
   * Where the distribution lies: in us-east-1, whatever the Region of the stack.
   */
  public readonly env: ResourceEnvironment;

  /**
   * The distribution once it has these settings. Whatever refers to it is deployed after them.
   */
  public readonly distributionRef: aws_lightsail.DistributionReference;

  /**
   * Name of the distribution.
   *
   * @attribute
   */
  public readonly distributionName: string;

  /**
   * ARN of the distribution.
   *
   * @attribute
   */
  public readonly distributionArn: string;

  /**
   * Domain name of the distribution, such as `d1234567890abc.cloudfront.net`.
   *
   * @attribute
   */
  public readonly distributionDomainName: string;

  /**
   * Status of the distribution in Lightsail's own words, such as `Deployed`.
   *
   * @attribute
   */
  public readonly distributionStatus: string;

  /**
   * Public DNS name of the origin.
   *
   * @attribute
   */
  public readonly distributionOriginPublicDns: string;

  /**
   * Domain names of the certificate, which the distribution answers for; one empty string when there are none.
   *
   * @attribute
   */
  public readonly distributionAlternativeDomainNames: string[];

  /**
   * Short text of what the last deployment changed, to be read in a `CfnOutput`; `nothing changed` if it was nothing.
   *
   * @attribute
   */
  public readonly changes: string;

  /**
   * @param scope parent of the construct
   * @param id id of the construct
   * @param props the distribution and its settings
   */
  constructor(scope: Construct, id: string, props: DistributionSettingsProps) {
    super(scope, id);

    const { distributionName } = props.distribution.distributionRef;
    const timeout = props.timeout ?? Duration.minutes(50);
    refuse(this, [
      ...checkDistributionName('distribution', distributionName),
      ...checkSeconds('timeout', timeout, { least: 60, most: 3000 }),
      ...checkOptions(props),
    ]);
    const settings = renderSettings(props);
    refuse(this, checkAnySetting(settings));

    const properties: ResourceProperties = {
      distributionName,
      waitForDeployment: props.waitForDeployment ?? true,
      timeoutSeconds: timeout.toSeconds(),
      reconciledAt: props.reconcile === Reconcile.EVERY_DEPLOYMENT ? new Date().toISOString() : undefined,
      settings,
    };
    const resource = new CustomResource(this, 'Resource', {
      resourceType: RESOURCE_TYPE,
      serviceToken: LightsailDistributionProvider.serviceTokenFor(this),
      properties,
    });

    this.distributionName = resource.getAttString('distributionName');
    this.distributionArn = resource.getAttString('distributionArn');
    this.distributionDomainName = resource.getAttString('domainName');
    this.distributionStatus = resource.getAttString('status');
    this.distributionOriginPublicDns = resource.getAttString('originPublicDns');
    this.distributionAlternativeDomainNames = Fn.split(',', resource.getAttString('alternativeDomainNames'));
    this.changes = resource.getAttString('changes');
    this.distributionRef = { distributionName: this.distributionName, distributionArn: this.distributionArn };
    this.env = { account: Stack.of(this).account, region: 'us-east-1' };
  }
}
