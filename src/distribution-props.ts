import { RemovalPolicy } from 'aws-cdk-lib';
import { DistributionOptions } from './distribution-options';
import { OriginOptions } from './origin';

/**
 * Properties of `Distribution`.
 */
export interface DistributionProps extends DistributionOptions {
  /**
   * The origin that the distribution pulls its content from.
   */
  readonly origin: OriginOptions;

  /**
   * Name of the distribution: 2 to 255 letters, digits, `_` and `-`, with no `-` at either end.
   *
   * It must be unique among the Lightsail resources of the account in us-east-1. A change of the name replaces the distribution:
   * a new one with another domain name is created first, and then the removal policy is applied to the previous one.
   *
   * @default - generated from the names of the stack and the resource and a hash of both, and always the same for this construct
   */
  readonly distributionName?: string;

  /**
   * Tags of the distribution, by key. An empty string as the value makes a key-only tag.
   *
   * `Tags.of()` adds to these tags and takes precedence where both have the same key, as for all resources of the CDK. At most 46
   * tags are allowed, including those of `Tags.of()`. Other tags of the distribution are never changed. A change of tags causes no
   * deployment to the edge.
   *
   * @default - only the tags of the scopes of the distribution
   */
  readonly tags?: { [key: string]: string };

  /**
   * What happens to the distribution when the construct or the stack is deleted, and to the previous one when the name changes.
   *
   * - `DESTROY` deletes it, after a deployment to the edge that is in progress has completed.
   * - Without a policy, a distribution that the construct created is deleted, and one that it adopted is *released*: the owner tag
   *   is removed, and the distribution stays.
   * - `RETAIN` retains the distribution and its owner tag, so that the same construct of the same stack can manage it again. Another
   *   stack can adopt it only after
   *   `aws lightsail untag-resource --resource-name NAME --tag-keys cdk-lightsail-distribution:owner --region us-east-1`.
   *   When the construct manages it again, it counts as adopted, unless it is younger than an hour.
   * - `RETAIN_ON_UPDATE_OR_DELETE` does the same, except that a failed first deployment is rolled back as without a policy.
   * - `SNAPSHOT` is refused.
   *
   * Two combinations can delete a distribution that existed before:
   *
   * - `DESTROY` and adoption: if the stack fails on another resource after the adoption, the rollback deletes the distribution.
   * - `RETAIN_ON_UPDATE_OR_DELETE` and the name of a retained distribution: if the stack fails on another resource, the rollback
   *   deletes the retained distribution.
   *
   * @default - a distribution that the construct created is deleted, one that it adopted is released
   */
  readonly removalPolicy?: RemovalPolicy;

  /**
   * What happens when a distribution with this name already exists and no stack owns it.
   *
   * Adoption requires the name of the distribution. When the construct is deleted, an adopted distribution is released, not deleted,
   * unless the removal policy is `DESTROY`.
   *
   * @default OnExisting.FAIL
   */
  readonly onExisting?: OnExisting;
}

/**
 * What a `Distribution` does when a distribution with its name already exists and no stack owns it.
 *
 * With either value, the deployment fails if another stack owns the distribution, and continues if this construct owns it.
 */
export enum OnExisting {
  /** The deployment fails, and the distribution is not changed. */
  FAIL = 'fail',

  /**
   * The stack takes ownership of the distribution and applies the specified settings and tags.
   *
   * All other settings and tags stay. The distribution gets the tag `cdk-lightsail-distribution:owner`. The removal policy defines
   * what happens to it when the construct is deleted.
   */
  ADOPT = 'adopt',
}

/**
 * Attributes of an existing distribution.
 */
export interface DistributionAttributes {
  /**
   * Name of the distribution in Lightsail: 2 to 255 letters, digits, `_` and `-`, with no `-` at either end.
   */
  readonly distributionName: string;

  /**
   * ARN, such as `arn:aws:lightsail:us-east-1:111111111111:Distribution/0dc1b5b2-…`.
   *
   * `aws lightsail get-distributions --region us-east-1` returns it.
   *
   * @default - unknown; a reference to it fails at synthesis
   */
  readonly distributionArn?: string;

  /**
   * Domain name, such as `d1234567890abc.cloudfront.net`.
   *
   * @default - unknown; a reference to it fails at synthesis
   */
  readonly distributionDomainName?: string;
}
