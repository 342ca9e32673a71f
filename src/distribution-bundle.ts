import { refuseArgument } from './private/checks/check-types';
import { text } from './private/checks/types/kinds';

const VALUE = text('small_1_0');

/**
 * The bundle of a distribution, which defines its monthly price, its data transfer quota, and whether it can have a WAF.
 *
 * Lightsail allows one change of the bundle per monthly AWS billing cycle.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_UpdateDistributionBundle.html
 */
export class DistributionBundle {
  /** The smallest bundle. It cannot have a WAF. */
  public static readonly SMALL_1_0 = DistributionBundle.of('small_1_0');

  /** The medium bundle. */
  public static readonly MEDIUM_1_0 = DistributionBundle.of('medium_1_0');

  /** The largest bundle. */
  public static readonly LARGE_1_0 = DistributionBundle.of('large_1_0');

  /**
   * A bundle that has no constant in this class.
   *
   * @param value ID of the bundle, as listed by `aws lightsail get-distribution-bundles --region us-east-1`
   */
  public static of(value: string): DistributionBundle {
    refuseArgument('DistributionBundle.of', 'value', value, VALUE);
    return new DistributionBundle(value);
  }

  private constructor(
    /** ID of the bundle. */
    public readonly value: string,
  ) {}
}
