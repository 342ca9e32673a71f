import { refuseArgument } from './private/checks/check-types';
import { text } from './private/checks/types/kinds';

const VALUE = text('eu-west-1');

/**
 * A Region in which Lightsail is available.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_InputOrigin.html
 */
export class OriginRegion {
  /** US East (Northern Virginia). */
  public static readonly US_EAST_1 = OriginRegion.of('us-east-1');

  /** US East (Ohio). */
  public static readonly US_EAST_2 = OriginRegion.of('us-east-2');

  /** US West (Northern California). */
  public static readonly US_WEST_1 = OriginRegion.of('us-west-1');

  /** US West (Oregon). */
  public static readonly US_WEST_2 = OriginRegion.of('us-west-2');

  /** Asia Pacific (Hong Kong). */
  public static readonly AP_EAST_1 = OriginRegion.of('ap-east-1');

  /** Asia Pacific (Mumbai). */
  public static readonly AP_SOUTH_1 = OriginRegion.of('ap-south-1');

  /** Asia Pacific (Tokyo). */
  public static readonly AP_NORTHEAST_1 = OriginRegion.of('ap-northeast-1');

  /** Asia Pacific (Seoul). */
  public static readonly AP_NORTHEAST_2 = OriginRegion.of('ap-northeast-2');

  /** Asia Pacific (Singapore). */
  public static readonly AP_SOUTHEAST_1 = OriginRegion.of('ap-southeast-1');

  /** Asia Pacific (Sydney). */
  public static readonly AP_SOUTHEAST_2 = OriginRegion.of('ap-southeast-2');

  /** Asia Pacific (Jakarta). */
  public static readonly AP_SOUTHEAST_3 = OriginRegion.of('ap-southeast-3');

  /** Asia Pacific (Malaysia). */
  public static readonly AP_SOUTHEAST_5 = OriginRegion.of('ap-southeast-5');

  /** Canada (Central). */
  public static readonly CA_CENTRAL_1 = OriginRegion.of('ca-central-1');

  /** Europe (Frankfurt). */
  public static readonly EU_CENTRAL_1 = OriginRegion.of('eu-central-1');

  /** Europe (Stockholm). */
  public static readonly EU_NORTH_1 = OriginRegion.of('eu-north-1');

  /** Europe (Spain). */
  public static readonly EU_SOUTH_2 = OriginRegion.of('eu-south-2');

  /** Europe (Ireland). */
  public static readonly EU_WEST_1 = OriginRegion.of('eu-west-1');

  /** Europe (London). */
  public static readonly EU_WEST_2 = OriginRegion.of('eu-west-2');

  /** Europe (Paris). */
  public static readonly EU_WEST_3 = OriginRegion.of('eu-west-3');

  /** South America (São Paulo). */
  public static readonly SA_EAST_1 = OriginRegion.of('sa-east-1');

  /**
   * A Region that has no constant in this class.
   *
   * @param value code of the Region, such as `eu-west-1`
   */
  public static of(value: string): OriginRegion {
    refuseArgument('OriginRegion.of', 'value', value, VALUE);
    return new OriginRegion(value);
  }

  private constructor(
    /** Code of the Region. */
    public readonly value: string,
  ) {}
}
