/**
 * The bundle of a distribution: its monthly price, its transfer quota, and whether it can have a WAF.
 *
 * Lightsail lets a bundle be changed once a month.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_UpdateDistributionBundle.html
 */
export class DistributionBundle {
  /** The smallest bundle. It cannot have a WAF. */
  public static readonly SMALL_1_0 = DistributionBundle.of('small_1_0');

  /** The bundle in the middle. */
  public static readonly MEDIUM_1_0 = DistributionBundle.of('medium_1_0');

  /** The largest bundle. */
  public static readonly LARGE_1_0 = DistributionBundle.of('large_1_0');

  /**
   * A bundle that this library does not know by name.
   *
   * @param value id of the bundle, as `aws lightsail get-distribution-bundles --region us-east-1` lists them
   */
  public static of(value: string): DistributionBundle {
    return new DistributionBundle(value);
  }

  private constructor(
    /** Id of the bundle. */
    public readonly value: string,
  ) {}
}
