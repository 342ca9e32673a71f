import { CfnResource, ITaggable, RemovalPolicy, TagManager, TagType } from 'aws-cdk-lib';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import { Construct } from 'constructs';
import { IDistribution } from './distribution-interface';
import { DistributionAttributes, DistributionProps, OnExisting } from './distribution-props';
import { checkDistribution, checkRemovalPolicy } from './private/checks/check-distribution';
import { checkTags } from './private/checks/check-tags';
import { refuseProps } from './private/checks/check-types';
import { refuse } from './private/checks/finding';
import { DISTRIBUTION_PROPS } from './private/checks/types/distribution';
import { claimOwnership, claimSettings, identityOf } from './private/claims';
import { defineCustomResource } from './private/custom-resource';
import { declareSettings } from './private/desired-settings';
import { expandOptions } from './private/expand-options';
import { ImportedDistribution } from './private/imported-distribution';
import { ManagedDistribution } from './private/managed-distribution';
import { LightsailDistributionProvider } from './private/provider';
import { renderOptions } from './private/render-options';
import { DISTRIBUTION_TYPE } from './private/resource-properties';

const DISTRIBUTION_SYMBOL = Symbol.for('cdk-lightsail-distribution.Distribution');

/**
 * An Amazon Lightsail distribution that the stack owns: the stack creates it, updates it in place, and deletes it.
 *
 * The deployment compares the settings with the live distribution and changes only those that differ. A setting that is absent is
 * not changed after the distribution has been created.
 *
 * The tag `cdk-lightsail-distribution:owner` records which resource of which stack owns the distribution. The stack does not update
 * or delete a distribution that it does not own, but it can adopt an existing one that no stack owns. A distribution that was
 * deleted outside the stack is created again at the next update.
 *
 * The stack can be in any Region. The first construct of this library in a stack also defines the Lambda function that all of
 * them share.
 *
 * Errors at synthesis name options as TypeScript spells them, in every language: "cacheBehaviorSettings.minimumTtl" is
 * minimum_ttl of cache_behavior_settings in Python, minimumTtl of cacheBehaviorSettings in Java, and MinimumTtl of
 * CacheBehaviorSettings in C# and Go.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CreateDistribution.html
 */
@propertyInjectable
export class Distribution extends ManagedDistribution implements IDistribution, ITaggable {
  /**
   * The ID for an `IPropertyInjector`, which can set properties of every `Distribution` in a scope.
   */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-lightsail-distribution.Distribution';

  /**
   * Imports an existing distribution by its name.
   *
   * Its ARN and domain name are unknown, and a reference to them fails at synthesis. Import the distribution by its attributes to
   * specify them, or use those of a `DistributionSettings` of the same distribution.
   *
   * @param scope parent of the construct
   * @param id ID of the construct
   * @param distributionName name of the distribution in Lightsail: 2 to 255 letters, digits, `_` and `-`
   * @returns the distribution
   */
  public static fromDistributionName(scope: Construct, id: string, distributionName: string): IDistribution {
    return Distribution.fromDistributionAttributes(scope, id, { distributionName });
  }

  /**
   * Imports an existing distribution by its attributes.
   *
   * A reference to an attribute that is absent fails at synthesis.
   *
   * @param scope parent of the construct
   * @param id ID of the construct
   * @param attributes name of the distribution, and optionally its ARN and domain name
   * @returns the distribution
   */
  public static fromDistributionAttributes(scope: Construct, id: string, attributes: DistributionAttributes): IDistribution {
    return new ImportedDistribution(scope, id, attributes);
  }

  /**
   * Checks whether a value is a `Distribution`, that is, a distribution that a stack of the app owns.
   *
   * @param x any value
   * @returns true if it is a `Distribution`
   */
  public static isDistribution(x: any): x is Distribution {
    return typeof x === 'object' && x !== null && DISTRIBUTION_SYMBOL in x;
  }

  /**
   * The tags of the distribution, including those of `Tags.of()`.
   */
  public readonly tags: TagManager;

  private readonly resource: CfnResource;

  /**
   * Defines a distribution.
   *
   * It throws an error that lists every invalid option, except tags, which are checked at synthesis, or if another construct of the
   * app owns the distribution or manages one of its settings.
   *
   * @param scope parent of the construct
   * @param id ID of the construct
   * @param props properties of the distribution
   */
  constructor(scope: Construct, id: string, props: DistributionProps) {
    refuseProps(scope, id, props, DISTRIBUTION_PROPS);
    super(scope, id, { physicalName: props.distributionName });
    Object.defineProperty(this, DISTRIBUTION_SYMBOL, { value: true });
    const options = expandOptions(props);
    refuse(this, checkDistribution(options));
    const identity = identityOf(this, props.distributionName);
    refuse(this, [...claimOwnership(this, identity, 'distribution'), ...claimSettings(this, identity, options)]);

    this.tags = new TagManager(TagType.STANDARD, DISTRIBUTION_TYPE, Object.entries(props.tags ?? {}).map(([key, value]) => ({ key, value })));
    // Scopes can add tags until the synthesis.
    this.node.addValidation({ validate: () => [...checkTags(this.tags.tagValues(), 'distribution')] });

    const rendered = renderOptions(options);
    declareSettings(this, identity, rendered.settings);
    this.resource = defineCustomResource(this, {
      resourceType: DISTRIBUTION_TYPE,
      removalPolicy: props.removalPolicy,
      properties: {
        distributionName: this.physicalName,
        onExisting: props.onExisting,
        deleteAdopted: props.removalPolicy === RemovalPolicy.DESTROY ? true : undefined,
        tags: this.tags.renderedTags,
        ...rendered,
      },
    });
    const adopts = props.onExisting === OnExisting.ADOPT;
    this.resource.node.addDependency(LightsailDistributionProvider.of(this).allowOwning(adopts), ...props.origin.dependencies ?? []);
  }

  /**
   * Sets the removal policy, with the same effect as the property of this name.
   *
   * `DESTROY` set by this method also deletes an adopted distribution. Set by `RemovalPolicies.of()`, it does not.
   *
   * @param policy the removal policy
   */
  public applyRemovalPolicy(policy: RemovalPolicy): void {
    refuse(this, checkRemovalPolicy(policy, 'distribution'));
    super.applyRemovalPolicy(policy);
    this.resource.addPropertyOverride('deleteAdopted', policy === RemovalPolicy.DESTROY);
  }
}
