import { CfnResource, ITaggable, RemovalPolicy, TagManager, TagType } from 'aws-cdk-lib';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import { Construct } from 'constructs';
import { IDistribution } from './distribution-interface';
import { DistributionAttributes, DistributionProps } from './distribution-props';
import { checkDistribution, checkRemovalPolicy } from './private/checks/check-distribution';
import { checkTags } from './private/checks/check-tags';
import { refuse } from './private/checks/finding';
import { ImportedDistribution } from './private/imported-distribution';
import { defineCustomResource, ManagedDistribution } from './private/managed-distribution';
import { LightsailDistributionProvider } from './private/provider';
import { renderOptions } from './private/render-options';
import { DISTRIBUTION_TYPE } from './private/resource-properties';

const DISTRIBUTION_SYMBOL = Symbol.for('cdk-lightsail-distribution.Distribution');

/**
 * An Amazon Lightsail distribution that the stack owns: it creates it, updates it in place, and deletes it.
 *
 * The stack may be in any Region. At deployment the settings are compared with the live distribution, and only what differs
 * is changed; a setting that is absent is left alone once the distribution is there. The first of these in a stack also
 * defines the function that does the work for all of them.
 *
 * The distribution has a tag `cdk-lightsail-distribution:owner` that says which stack owns it. What this stack does not own it
 * neither updates nor deletes, but it may adopt one that exists already and that nobody owns. One that was deleted by hand
 * is created again at the next update.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CreateDistribution.html
 */
@propertyInjectable
export class Distribution extends ManagedDistribution implements IDistribution, ITaggable {
  /**
   * The id by which an `IPropertyInjector` sets properties of all distributions of a scope.
   */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-lightsail-distribution.Distribution';

  /**
   * A distribution that exists already, by its name.
   *
   * Its ARN and domain name cannot be told from the name: using them fails at synthesis. They can be given together with the name,
   * as attributes, and a `DistributionSettings` of the same distribution knows them.
   *
   * @param scope parent of the construct
   * @param id id of the construct
   * @param distributionName name that Lightsail shows: 2 to 255 letters, digits, `_` and `-`
   */
  public static fromDistributionName(scope: Construct, id: string, distributionName: string): IDistribution {
    return Distribution.fromDistributionAttributes(scope, id, { distributionName });
  }

  /**
   * A distribution that exists already, by what is known of it.
   *
   * What is not given cannot be used: that fails at synthesis.
   *
   * @param scope parent of the construct
   * @param id id of the construct
   * @param attributes its name, and what else is known of it
   */
  public static fromDistributionAttributes(scope: Construct, id: string, attributes: DistributionAttributes): IDistribution {
    return new ImportedDistribution(scope, id, attributes);
  }

  /**
   * Whether this is a `Distribution`, that is, a distribution that a stack of the app owns.
   *
   * @param x anything
   * @returns true if it is one
   */
  public static isDistribution(x: any): x is Distribution {
    return typeof x === 'object' && x !== null && DISTRIBUTION_SYMBOL in x;
  }

  /**
   * The tags of the distribution, those of `Tags.of()` included.
   */
  public readonly tags: TagManager;

  private readonly resource: CfnResource;

  /**
   * Defines a distribution.
   *
   * @param scope parent of the construct
   * @param id id of the construct
   * @param props the distribution
   */
  constructor(scope: Construct, id: string, props: DistributionProps) {
    super(scope, id, { physicalName: props.distributionName });
    Object.defineProperty(this, DISTRIBUTION_SYMBOL, { value: true });
    refuse(this, checkDistribution(props));

    this.tags = new TagManager(TagType.STANDARD, DISTRIBUTION_TYPE, Object.entries(props.tags ?? {}).map(([key, value]) => ({ key, value })));
    // Tags come from the whole tree, and are all there only when it is synthesized.
    this.node.addValidation({ validate: () => [...checkTags(this.tags.tagValues())] });

    this.resource = defineCustomResource(this, {
      resourceType: DISTRIBUTION_TYPE,
      removalPolicy: props.removalPolicy,
      properties: {
        distributionName: this.physicalName,
        onExisting: props.onExisting,
        deleteAdopted: props.removalPolicy === RemovalPolicy.DESTROY ? true : undefined,
        tags: this.tags.renderedTags,
        ...renderOptions(props),
      },
    });
    this.resource.node.addDependency(LightsailDistributionProvider.of(this).allowOwning());
  }

  /**
   * What becomes of the distribution when the construct goes, as the removal policy among its properties says it.
   *
   * `DESTROY` is thereby given, so that it deletes an adopted distribution too. `RemovalPolicies.of()` never does that.
   *
   * @param policy the removal policy
   */
  public applyRemovalPolicy(policy: RemovalPolicy): void {
    refuse(this, checkRemovalPolicy(policy));
    super.applyRemovalPolicy(policy);
    this.resource.addPropertyOverride('deleteAdopted', policy === RemovalPolicy.DESTROY);
  }
}
