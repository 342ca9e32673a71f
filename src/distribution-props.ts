import { RemovalPolicy } from 'aws-cdk-lib';
import { DistributionOptions } from './distribution-options';
import { OriginOptions } from './origin';

/**
 * Properties of `Distribution`.
 */
export interface DistributionProps extends DistributionOptions {
  /**
   * Where the content comes from.
   */
  readonly origin: OriginOptions;

  /**
   * Name of the distribution: 2 to 255 letters, digits, `_` and `-`, with no `-` at either end.
   *
   * No other Lightsail resource of the account in us-east-1 may have it. Another name means another distribution, with another
   * domain name: it is created first, and then the former one is removed as the removal policy says.
   *
   * @default - made up of the names of stack and resource and a hash of both, and always the same for this construct
   */
  readonly distributionName?: string;

  /**
   * Tags of the distribution, by key. A tag that is a key only has an empty string as its value. At most 46, with those of `Tags.of()`.
   *
   * `Tags.of()` adds to these, and wins where both have a key, as it does with all resources of the CDK. Tags that the distribution
   * has beyond them are left alone. A change of tags is no deployment to the edge.
   *
   * @default - only those that the scopes of the distribution have
   */
  readonly tags?: { [key: string]: string };

  /**
   * What becomes of the distribution when the construct or the stack is deleted, and of the former one when the name changes.
   *
   * - `DESTROY` deletes it, after waiting for a deployment to the edge that is under way.
   * - Not given at all is the same, but for a distribution that was adopted: that one is *released*. It
   *   stays as it is, and loses the tag that marks it as owned.
   * - `RETAIN` leaves it, its owner tag included, so that the same construct of the same stack can go on with it. Any other
   *   stack can adopt it only after
   *   `aws lightsail untag-resource --resource-name NAME --tag-keys cdk-lightsail-distribution:owner --region us-east-1`.
   *   One that the construct comes back to is treated as adopted, unless it is younger than an hour.
   * - `RETAIN_ON_UPDATE_OR_DELETE` is the same, but when the first deployment fails it is as if no policy were given.
   * - `SNAPSHOT` is refused.
   *
   * Beware of `DESTROY` together with adoption: if the deployment that adopts the distribution fails elsewhere after that, the rollback
   * deletes it. Beware of `RETAIN_ON_UPDATE_OR_DELETE` when a former name is given again: if that deployment fails elsewhere, the
   * rollback deletes what was retained under that name.
   *
   * @default - a distribution that the construct created is deleted, one that it adopted is released
   */
  readonly removalPolicy?: RemovalPolicy;

  /**
   * What is done when a distribution of this name exists already, and no stack owns it.
   *
   * To adopt one, its name must be given. An adopted distribution is released, not deleted, when the construct goes, unless the removal
   * policy is given as `DESTROY`.
   *
   * @default OnExisting.FAIL
   */
  readonly onExisting?: OnExisting;
}

/**
 * What a `Distribution` does when a distribution of its name exists already and no stack owns it.
 *
 * One that another stack owns is refused either way, and one that this very construct has made is gone on with.
 */
export enum OnExisting {
  /** The deployment fails, and the distribution stays as it is. */
  FAIL = 'fail',

  /**
   * The stack takes the distribution over: it gets the settings and tags that are given, and keeps all others.
   *
   * It is marked with a tag `cdk-lightsail-distribution:owner`. The removal policy says what becomes of it in the end.
   */
  ADOPT = 'adopt',
}

/**
 * What is known of a distribution that exists already.
 */
export interface DistributionAttributes {
  /**
   * Name that Lightsail shows: 2 to 255 letters, digits, `_` and `-`, with no `-` at either end.
   */
  readonly distributionName: string;

  /**
   * ARN, such as `arn:aws:lightsail:us-east-1:111111111111:Distribution/0dc1b5b2-…`.
   *
   * `aws lightsail get-distributions --region us-east-1` shows it.
   *
   * @default - not known; using it fails at synthesis
   */
  readonly distributionArn?: string;

  /**
   * Domain name, such as `d1234567890abc.cloudfront.net`.
   *
   * @default - not known; using it fails at synthesis
   */
  readonly distributionDomainName?: string;
}
