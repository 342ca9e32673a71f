import { refuseArgument } from './private/checks/check-types';
import { text } from './private/checks/types/kinds';

const VALUE = text('Accept');

/**
 * A request header that a distribution can forward.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_HeaderObject.html
 */
export class HttpHeader {
  /** Media types that the viewer accepts. */
  public static readonly ACCEPT = HttpHeader.of('Accept');

  /** Character sets that the viewer accepts. */
  public static readonly ACCEPT_CHARSET = HttpHeader.of('Accept-Charset');

  /** Date and time of the version that the viewer requests. */
  public static readonly ACCEPT_DATETIME = HttpHeader.of('Accept-Datetime');

  /** Encodings that the viewer accepts. */
  public static readonly ACCEPT_ENCODING = HttpHeader.of('Accept-Encoding');

  /** Languages that the viewer accepts. */
  public static readonly ACCEPT_LANGUAGE = HttpHeader.of('Accept-Language');

  /** Credentials of the viewer. */
  public static readonly AUTHORIZATION = HttpHeader.of('Authorization');

  /** Protocol of the viewer's request. */
  public static readonly CLOUDFRONT_FORWARDED_PROTO = HttpHeader.of('CloudFront-Forwarded-Proto');

  /** Whether the viewer is a desktop device. */
  public static readonly CLOUDFRONT_IS_DESKTOP_VIEWER = HttpHeader.of('CloudFront-Is-Desktop-Viewer');

  /** Whether the viewer is a mobile device. */
  public static readonly CLOUDFRONT_IS_MOBILE_VIEWER = HttpHeader.of('CloudFront-Is-Mobile-Viewer');

  /** Whether the viewer is a smart TV. */
  public static readonly CLOUDFRONT_IS_SMART_TV_VIEWER = HttpHeader.of('CloudFront-Is-SmartTV-Viewer');

  /** Whether the viewer is a tablet. */
  public static readonly CLOUDFRONT_IS_TABLET_VIEWER = HttpHeader.of('CloudFront-Is-Tablet-Viewer');

  /** Country of the viewer. */
  public static readonly CLOUDFRONT_VIEWER_COUNTRY = HttpHeader.of('CloudFront-Viewer-Country');

  /** Host name that the viewer requests. */
  public static readonly HOST = HttpHeader.of('Host');

  /** Origin of a cross-origin request. */
  public static readonly ORIGIN = HttpHeader.of('Origin');

  /** URL of the page that links to the requested one. */
  public static readonly REFERER = HttpHeader.of('Referer');

  /**
   * A header that has no constant in this class.
   *
   * @param value name of the header
   */
  public static of(value: string): HttpHeader {
    refuseArgument('HttpHeader.of', 'value', value, VALUE);
    return new HttpHeader(value);
  }

  private constructor(
    /** Name of the header. */
    public readonly value: string,
  ) {}
}
