import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import { aws_lightsail } from 'aws-cdk-lib/interfaces';
import { Construct } from 'constructs';
import { IDistribution } from './distribution-interface';
import { DistributionOptions } from './distribution-options';
import { OriginOptions } from './origin';
import { checkAnySetting, checkDistributionName } from './private/checks/check-distribution';
import { checkOptions } from './private/checks/check-options';
import { refuse } from './private/checks/finding';
import { defineCustomResource, ManagedDistribution } from './private/managed-distribution';
import { renderOptions } from './private/render-options';
import { DISTRIBUTION_SETTINGS_TYPE } from './private/resource-properties';

/**
 * Properties of `DistributionSettings`.
 */
export interface DistributionSettingsProps extends DistributionOptions {
  /**
   * The distribution that the settings are for.
   *
   * It is a `Distribution`, one of this library's references to a distribution that exists already, a `CfnDistribution` of the CDK, or
   * other settings of the same distribution, which are then applied first.
   */
  readonly distribution: aws_lightsail.IDistributionRef;

  /**
   * Where the content comes from.
   *
   * @default - left as it is
   */
  readonly origin?: OriginOptions;
}

/**
 * Settings of a distribution that exists already, made by hand or by anything else.
 *
 * At deployment the settings are compared with the live distribution, and only what differs is changed. A setting that is
 * absent is left alone; one that is taken out of the template later goes back to the default of the service, if it has one,
 * and if the value is still the one that the template had.
 * So several of these may manage the same distribution, from one stack or from many, as long as no setting is managed twice.
 *
 * It stands for the distribution once it has these settings: whatever refers to it is deployed after them.
 *
 * The stack may be in any Region. The first of these in a stack also defines the function that does the work for all of them.
 *
 * Deleting the construct leaves the distribution as it is.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_UpdateDistribution.html
 */
@propertyInjectable
export class DistributionSettings extends ManagedDistribution implements IDistribution {
  /**
   * The id by which an `IPropertyInjector` sets properties of all settings of a scope.
   */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-lightsail-distribution.DistributionSettings';

  /**
   * Defines settings of a distribution.
   *
   * @param scope parent of the construct
   * @param id id of the construct
   * @param props the distribution and its settings
   */
  constructor(scope: Construct, id: string, props: DistributionSettingsProps) {
    const { distributionName } = props.distribution.distributionRef;
    super(scope, id, { physicalName: distributionName });
    refuse(this, [
      ...checkDistributionName('distribution', distributionName, 'use the name that Lightsail shows for the distribution'),
      ...checkOptions(props),
    ]);
    const options = renderOptions(props);
    refuse(this, checkAnySetting(options.settings));

    defineCustomResource(this, {
      resourceType: DISTRIBUTION_SETTINGS_TYPE,
      properties: { distributionName: this.physicalName, ...options },
    });
  }
}
