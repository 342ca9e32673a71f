import { CfnResource, Duration, Stack, Token } from 'aws-cdk-lib';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import { aws_lightsail } from 'aws-cdk-lib/interfaces';
import { Construct, IConstruct } from 'constructs';
import { Distribution } from './distribution';
import { checkDistributionName } from './private/checks/check-distribution';
import { checkTriggers } from './private/checks/check-triggers';
import { refuseProps } from './private/checks/check-types';
import { checkSeconds } from './private/checks/check-values';
import { refuse } from './private/checks/finding';
import { BOOLEAN, listOf, optionsOf, text } from './private/checks/types/kinds';
import { DISTRIBUTION_REF, objectWith } from './private/checks/types/references';
import { known, required } from './private/checks/types/type';
import { DURATION } from './private/checks/types/values';
import { defineCustomResource } from './private/custom-resource';
import { LightsailDistributionProvider } from './private/provider';
import { CACHE_RESET_TYPE } from './private/resource-properties';

/**
 * Properties of `DistributionCacheReset`.
 */
export interface DistributionCacheResetProps {
  /**
   * The distribution whose cache is reset.
   *
   * It can be a `Distribution`, a reference of this library to an existing distribution, a `CfnDistribution` of the CDK, or a
   * `DistributionSettings`, which is then applied first.
   */
  readonly distribution: aws_lightsail.IDistributionRef;

  /**
   * Values that change when the content changes: the cache is reset at a deployment in which one of them or their order is different.
   *
   * For example, the hash of an asset, the version of the content, or the object keys of a `BucketDeployment`. They can be tokens.
   *
   * Without triggers, the template contains the time of the synthesis, so that `cdk diff` always reports a difference.
   *
   * @default - the cache is reset at every deployment
   */
  readonly triggers?: string[];

  /**
   * Constructs that are deployed before the reset, such as the `BucketDeployment` that uploads the content.
   *
   * @default - only the distribution, and what the triggers refer to
   */
  readonly executeAfter?: IConstruct[];

  /**
   * Whether the stack deployment waits until the reset has completed, which takes a few minutes.
   *
   * If false, it waits only until Lightsail has accepted the reset, and does not report whether the reset succeeds.
   *
   * @default true
   */
  readonly waitForCompletion?: boolean;

  /**
   * Whether the stack deployment fails if the reset has not completed within the timeout.
   *
   * If false, the deployment succeeds, and the status says what is in progress. A slow reset is then no reason to roll back.
   *
   * @default false
   */
  readonly failOnTimeout?: boolean;

  /**
   * Time after which the stack deployment no longer waits for the reset: 1 to 50 minutes, in whole seconds.
   *
   * A reset takes a few minutes, and so does a deployment to the edge that has to complete before it. The default allows for
   * both, and does not delay the other resources of the stack for longer if Lightsail is slow.
   *
   * @default - 15 minutes
   */
  readonly timeout?: Duration;
}

const DISTRIBUTION_CACHE_RESET_PROPS = optionsOf<DistributionCacheResetProps>({
  distribution: required(DISTRIBUTION_REF),
  triggers: listOf(text('v2'), '["v2"]'),
  executeAfter: known(listOf(objectWith<IConstruct>('a construct', ['node'], () => 'use a construct'), '[content]')),
  waitForCompletion: BOOLEAN,
  failOnTimeout: BOOLEAN,
  timeout: DURATION,
}, '{ distribution }');

/**
 * Resets the cache of a distribution when the content changes, so that viewers get the new content at once.
 *
 * The following applies to a reset.
 *
 * - The whole cache is reset. Lightsail cannot reset single paths.
 * - A reset starts after what it depends on has been deployed. A rollback resets the cache again, since it also rolls back the content.
 * - The cache of a new distribution is not reset. If this construct is new or refers to another distribution, and this
 *   distribution is less than an hour old, the cache has no former content.
 * - Deleting this construct does not reset the cache.
 * - A slow reset, or a distribution that stays busy, does not fail the deployment, unless you choose so.
 * - A reset that something else started after the content was deployed counts, so that several of these constructs can refer to
 *   the same distribution.
 *
 * A `BucketDeployment` cannot reset the cache of a Lightsail distribution by itself. Let this construct depend on it, and set its
 * `prune` option to false: otherwise it deletes the former files before the reset, while cached pages still refer to them.
 *
 * The stack can be in any Region. The first construct of this library in a stack also defines the Lambda function that all of
 * them share.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_ResetDistributionCache.html
 */
@propertyInjectable
export class DistributionCacheReset extends Construct {
  /**
   * The ID for an `IPropertyInjector`, which can set properties of every `DistributionCacheReset` in a scope.
   */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-lightsail-distribution.DistributionCacheReset';

  private readonly resource: CfnResource;

  /**
   * Defines a cache reset.
   *
   * It throws an error that lists every invalid property.
   *
   * @param scope parent of the construct
   * @param id ID of the construct
   * @param props the distribution, and when its cache is reset
   */
  constructor(scope: Construct, id: string, props: DistributionCacheResetProps) {
    refuseProps(scope, id, props, DISTRIBUTION_CACHE_RESET_PROPS);
    super(scope, id);
    const { distribution, triggers, executeAfter = [], waitForCompletion, failOnTimeout, timeout } = props;
    const { distributionName } = distribution.distributionRef;
    refuse(this, [
      ...checkDistributionName('distribution', distributionName, 'use the name of the distribution in Lightsail'),
      ...checkTriggers('triggers', triggers),
      ...checkSeconds('timeout', timeout, { min: 60, max: 3000 }),
    ]);

    LightsailDistributionProvider.of(this).allowCacheReset(Distribution.isDistribution(distribution) && Stack.of(distribution) === Stack.of(this));
    this.resource = defineCustomResource(this, {
      resourceType: CACHE_RESET_TYPE,
      properties: {
        distributionName,
        triggers: triggers ?? [new Date().toISOString()],
        waitForCompletion,
        failOnTimeout,
        timeoutSeconds: timeout?.toSeconds(),
      },
    });
    this.node.addDependency(...executeAfter);
  }

  /**
   * Result of the last reset, for example for a `CfnOutput`.
   *
   * It is `reset` if the reset has completed. Otherwise it is `in progress` or `not needed`, followed by a colon and the details.
   */
  public get status(): string {
    return Token.asString(this.resource.getAtt('status'));
  }
}
