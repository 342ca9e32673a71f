import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import { aws_lightsail } from 'aws-cdk-lib/interfaces';
import { Construct } from 'constructs';
import { IDistribution } from './distribution-interface';
import { DistributionOptions } from './distribution-options';
import { OriginOptions } from './origin';
import { checkAtLeastOneSetting, checkDistributionName } from './private/checks/check-distribution';
import { checkOptions } from './private/checks/check-options';
import { refuseProps } from './private/checks/check-types';
import { refuse } from './private/checks/finding';
import { optionsOf } from './private/checks/types/kinds';
import { DISTRIBUTION_OPTIONS, ORIGIN } from './private/checks/types/options';
import { DISTRIBUTION_REF } from './private/checks/types/references';
import { required } from './private/checks/types/type';
import { claimSettings, identityOf } from './private/claims';
import { defineCustomResource } from './private/custom-resource';
import { declareSettings } from './private/desired-settings';
import { expandOptions } from './private/expand-options';
import { ManagedDistribution } from './private/managed-distribution';
import { LightsailDistributionProvider } from './private/provider';
import { renderOptions } from './private/render-options';
import { DISTRIBUTION_SETTINGS_TYPE } from './private/resource-properties';

/**
 * Properties of `DistributionSettings`.
 */
export interface DistributionSettingsProps extends DistributionOptions {
  /**
   * The distribution that the settings apply to.
   *
   * It can be a `Distribution`, a reference of this library to an existing distribution, a `CfnDistribution` of the CDK, or another
   * `DistributionSettings` of the same distribution, which is then applied first.
   */
  readonly distribution: aws_lightsail.IDistributionRef;

  /**
   * The origin that the distribution pulls its content from.
   *
   * @default - unmanaged
   */
  readonly origin?: OriginOptions;
}

const DISTRIBUTION_SETTINGS_PROPS = optionsOf<DistributionSettingsProps>({
  ...DISTRIBUTION_OPTIONS,
  distribution: required(DISTRIBUTION_REF),
  origin: ORIGIN,
}, '{ distribution, enabled: true }');

/**
 * Settings of an existing distribution, which can have been created in the console, by another stack or by any other tool.
 *
 * The deployment compares the settings with the live distribution and changes only those that differ. A setting that is absent is
 * never changed. A setting that is removed from the template is reset to the service default, if it has one and if the live
 * value is still the one of the template. Several constructs of one or more stacks can manage the same distribution, as long as
 * each setting is managed by one of them only. The synthesis refuses two constructs of one app that manage the same setting.
 *
 * Resources that refer to this construct are deployed after its settings.
 *
 * The stack can be in any Region. The first construct of this library in a stack also defines the Lambda function that all of
 * them share. Deleting this construct does not change the distribution.
 *
 * Errors at synthesis name options as TypeScript spells them, in every language: "cacheBehaviorSettings.minimumTtl" is
 * minimum_ttl of cache_behavior_settings in Python, minimumTtl of cacheBehaviorSettings in Java, and MinimumTtl of
 * CacheBehaviorSettings in C# and Go.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_UpdateDistribution.html
 */
@propertyInjectable
export class DistributionSettings extends ManagedDistribution implements IDistribution {
  /**
   * The ID for an `IPropertyInjector`, which can set properties of every `DistributionSettings` in a scope.
   */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-lightsail-distribution.DistributionSettings';

  /**
   * Defines settings of a distribution.
   *
   * It throws an error that lists every invalid option, or if no setting is specified, or if another construct of the app manages
   * one of the settings.
   *
   * @param scope parent of the construct
   * @param id ID of the construct
   * @param props the distribution and its settings
   */
  constructor(scope: Construct, id: string, props: DistributionSettingsProps) {
    refuseProps(scope, id, props, DISTRIBUTION_SETTINGS_PROPS);
    const { distributionName } = props.distribution.distributionRef;
    super(scope, id, { physicalName: distributionName });
    const options = expandOptions(props);
    refuse(this, [
      ...checkDistributionName('distribution', distributionName, 'use the name of the distribution in Lightsail'),
      ...checkOptions(options),
    ]);
    const rendered = renderOptions(options);
    refuse(this, checkAtLeastOneSetting(rendered.settings));
    const identity = identityOf(props.distribution, distributionName);
    refuse(this, claimSettings(this, identity, options));
    declareSettings(this, identity, rendered.settings);

    LightsailDistributionProvider.of(this).allowSettings();
    const resource = defineCustomResource(this, {
      resourceType: DISTRIBUTION_SETTINGS_TYPE,
      properties: { distributionName: this.physicalName, ...rendered },
    });
    resource.node.addDependency(...props.origin?.dependencies ?? []);
  }
}
