/**
 * Cache settings for a type of content: the caching presets of the Lightsail console, and one for WordPress that caches more.
 *
 * Lightsail knows presets only in its console. Here a preset stands for the settings that are listed with it. A setting is marked
 * with "guide" if AWS's user guide states its value for the preset, and with "service default" if the guide does not mention it.
 *
 * @see https://docs.aws.amazon.com/lightsail/latest/userguide/amazon-lightsail-creating-content-delivery-network-distribution.html
 */
export enum CachingPreset {
  /**
   * Best for static content: everything is cached, for content that is the same for all viewers.
   *
   * - default cache behavior: `CACHE` (guide)
   * - cache behaviors by path: none (guide)
   * - default TTL: 1 day (guide, as the default of all distributions)
   * - minimum TTL: 0 (service default)
   * - maximum TTL: 365 days (service default)
   * - allowed HTTP methods: all (service default)
   * - cached HTTP methods: GET and HEAD (service default)
   * - forwarded cookies: none (service default)
   * - forwarded headers: the option `default` (service default)
   * - forwarded query strings: none (service default)
   *
   * The console offers no presets for a bucket, since it always applies settings for static content.
   */
  BEST_FOR_STATIC_CONTENT = 'best-for-static-content',

  /**
   * Best for dynamic content: nothing is cached except the paths with the cache behavior `CACHE`.
   *
   * - default cache behavior: `DONT_CACHE` (guide)
   * - cache behaviors by path: those that you specify (guide), otherwise unmanaged
   * - default TTL: 1 day (guide, as the default of all distributions)
   * - minimum TTL: 0 (service default)
   * - maximum TTL: 365 days (service default)
   * - allowed HTTP methods: all (service default)
   * - cached HTTP methods: GET and HEAD (service default)
   * - forwarded cookies: none (service default)
   * - forwarded headers: the option `default` (service default)
   * - forwarded query strings: none (service default)
   *
   * The console requires at least one path. The Lightsail API does not, so a new distribution without paths caches nothing.
   */
  BEST_FOR_DYNAMIC_CONTENT = 'best-for-dynamic-content',

  /**
   * Best for WordPress: nothing is cached except the files of WordPress, its themes, its plugins and its uploads.
   *
   * - default cache behavior: `DONT_CACHE` (guide)
   * - cache behaviors by path: `CACHE` for `wp-includes/*` and `wp-content/*` (guide, which names the directories without `*`)
   * - default TTL: 1 day (guide)
   * - minimum TTL: 0 (service default)
   * - maximum TTL: 365 days (service default)
   * - allowed HTTP methods: all (guide)
   * - cached HTTP methods: GET and HEAD (service default)
   * - forwarded cookies: none (guide)
   * - forwarded headers: `Host` only (guide)
   * - forwarded query strings: all (guide)
   *
   * According to the guide, it is for instances with the blueprint "WordPress Certified by Bitnami and Automattic", except the one
   * for multisite. The configuration file of WordPress needs a change:
   * https://docs.aws.amazon.com/lightsail/latest/userguide/amazon-lightsail-editing-wp-config-for-distribution.html.
   */
  BEST_FOR_WORDPRESS = 'best-for-wordpress',

  /**
   * WordPress with its pages cached: everything is cached except the administration, the login and the REST API.
   *
   * The console has no such preset. Its paths, headers, cookies and query strings are those that a WordPress developer published for
   * a Lightsail distribution ("practice").
   *
   * - default cache behavior: `CACHE` (practice)
   * - cache behaviors by path: `DONT_CACHE` for `wp-json/*`, `wp-admin/*` and `wp-login.php` (practice)
   * - default TTL: 1 day (service default)
   * - minimum TTL: 0 (service default)
   * - maximum TTL: 365 days (service default)
   * - allowed HTTP methods: all (service default)
   * - cached HTTP methods: GET and HEAD (service default)
   * - forwarded cookies: `wordpress_*` and `wp-settings-*` (practice)
   * - forwarded headers: `Host` only (practice)
   * - forwarded query strings: `p`, `post_type`, `preview`, `preview_id` and `preview_nonce` (practice), sent with the option true
   *
   * Viewers see a changed page when its TTL expires, or after a reset of the cache. The configuration file of WordPress needs the
   * same change as for the preset of the console.
   *
   * Whether WordPress gets other query strings too, such as `s` of a search, is not certain. According to Lightsail's API reference
   * the option true forwards all of them. The console can forward only those of a list. Verify this on your distribution.
   */
  CACHED_WORDPRESS = 'cached-wordpress',
}
