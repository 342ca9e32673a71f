import { App, Duration, Stack } from 'aws-cdk-lib';
import { define } from './stack-under-test';
import {
  CacheBehavior, Distribution, DistributionBundle, ForwardedCookies, ForwardedHeaders, ForwardedQueryStrings, HttpHeader, ViewerCertificate, Waf,
  WafPayloadType, WafRule, WafRuleGroup, type DistributionSettingsProps,
} from '../../src';

type Case = readonly [title: string, props: Partial<DistributionSettingsProps>, message: string];

/** All findings, one per line, each with the path of the construct. `toThrow` compares the complete message of an error. */
const findings = (...messages: string[]) => new Error(messages.map((message) => `Site/Cdn: ${message}`).join('\n'));

const refused = (title: string, cases: readonly Case[]) =>
  describe(title, () => {
    test.each(cases)('%s', (_, props, message) => {
      expect(() => define(props)).toThrow(findings(message));
    });
  });

describe('name of the distribution', () => {
  test.each(['', 'a', '-ab', 'ab-', 'a.b', 'a b', 'ab\n', 'é1', 'a'.repeat(256)])('%j', (name) => {
    const stack = new Stack(new App(), 'Site');
    expect(() => Distribution.fromDistributionName(stack, 'Cdn', name)).toThrow(findings(
      `distributionName: malformed name, got "${name}"; 2 to 255 letters, digits, "_" and "-" are allowed, with no "-" at either end; `
      + 'use the name of the distribution in Lightsail'));
  });

  test('of a reference that is not of this library', () => {
    const imported = Distribution.fromDistributionName(new Stack(new App(), 'Other'), 'Cdn', 'my-cdn');
    const distribution = Object.create(imported, { distributionRef: { value: { distributionName: 'my.cdn', distributionArn: 'arn' } } });
    expect(() => define({ distribution, enabled: true })).toThrow(findings(
      'distribution: malformed name, got "my.cdn"; 2 to 255 letters, digits, "_" and "-" are allowed, with no "-" at either end; '
      + 'use the name of the distribution in Lightsail'));
  });
});

refused('no setting at all', [
  ['nothing', {}, 'settings: nothing to manage, got no setting; at least one is needed; specify a setting or leave the construct out'],
  ['nothing but options of the construct', { waitForDeployment: false },
    'settings: nothing to manage, got no setting; at least one is needed; specify a setting or leave the construct out'],
  ['an empty object', { cacheBehaviorSettings: {} },
    'settings: nothing to manage, got no setting; at least one is needed; specify a setting or leave the construct out'],
]);

const withTimeout = (timeout: Duration) => ({ enabled: true, timeout });
refused('timeout', [
  ['too short', withTimeout(Duration.seconds(59)),
    'timeout: out of range, got Duration.seconds(59); 60 to 3000 whole seconds are allowed; choose a time in this range'],
  ['too long', withTimeout(Duration.seconds(3001)),
    'timeout: out of range, got Duration.seconds(3001); 60 to 3000 whole seconds are allowed; choose a time in this range'],
  ['not whole', withTimeout(Duration.millis(60_500)),
    'timeout: not whole seconds, got Duration.millis(60500); 60 to 3000 whole seconds are allowed; round it'],
]);

const withResponseTimeout = (responseTimeout: Duration) => ({ origin: { name: 'web', responseTimeout } });
refused('origin', [
  ['no name', { origin: { name: '' } },
    'origin.name: empty, got ""; at least one character is needed; name the instance, load balancer, bucket or container service'],
  ['response timeout of 0', withResponseTimeout(Duration.seconds(0)),
    'origin.responseTimeout: out of range, got Duration.seconds(0); 1 to 60 whole seconds are allowed; choose a time in this range'],
  ['response timeout over a minute', withResponseTimeout(Duration.seconds(61)),
    'origin.responseTimeout: out of range, got Duration.seconds(61); 1 to 60 whole seconds are allowed; choose a time in this range'],
  ['response timeout in fractions of a second', withResponseTimeout(Duration.millis(1500)),
    'origin.responseTimeout: not whole seconds, got Duration.millis(1500); 1 to 60 whole seconds are allowed; round it'],
  ['private access without an origin', { privateOriginAccess: true },
    'privateOriginAccess: no origin, got true; it is allowed only together with origin; name the bucket in origin'],
  ['no private access without an origin', { privateOriginAccess: false },
    'privateOriginAccess: no origin, got false; it is allowed only together with origin; name the bucket in origin'],
]);

const seconds = Duration.seconds;
refused('TTLs', [
  ['minimum in fractions of a second', { cacheBehaviorSettings: { minimumTtl: Duration.millis(1) } },
    'cacheBehaviorSettings.minimumTtl: not whole seconds, got Duration.millis(1); any number of whole seconds is allowed; round it'],
  ['default in fractions of a second', { cacheBehaviorSettings: { defaultTtl: Duration.seconds(0.5) } },
    'cacheBehaviorSettings.defaultTtl: not whole seconds, got Duration.seconds(0.5); any number of whole seconds is allowed; round it'],
  ['maximum in fractions of a second', { cacheBehaviorSettings: { maximumTtl: Duration.millis(999) } },
    'cacheBehaviorSettings.maximumTtl: not whole seconds, got Duration.millis(999); any number of whole seconds is allowed; round it'],
  ['minimum over default', { cacheBehaviorSettings: { minimumTtl: seconds(61), defaultTtl: Duration.minutes(1), maximumTtl: seconds(70) } },
    'cacheBehaviorSettings.minimumTtl: more than defaultTtl, got Duration.seconds(61) and Duration.minutes(1); '
    + 'minimumTtl <= defaultTtl <= maximumTtl is needed; lower minimumTtl or raise defaultTtl'],
  ['default over maximum', { cacheBehaviorSettings: { minimumTtl: seconds(1), defaultTtl: seconds(3), maximumTtl: seconds(2) } },
    'cacheBehaviorSettings.defaultTtl: more than maximumTtl, got Duration.seconds(3) and Duration.seconds(2); '
    + 'minimumTtl <= defaultTtl <= maximumTtl is needed; lower defaultTtl or raise maximumTtl'],
  ['minimum over maximum', { cacheBehaviorSettings: { minimumTtl: seconds(2), maximumTtl: seconds(1) } },
    'cacheBehaviorSettings.minimumTtl: more than maximumTtl, got Duration.seconds(2) and Duration.seconds(1); '
    + 'minimumTtl <= defaultTtl <= maximumTtl is needed; lower minimumTtl or raise maximumTtl'],
  ['minimum while all headers are forwarded', { cacheBehaviorSettings: { minimumTtl: seconds(1), forwardedHeaders: ForwardedHeaders.all() } },
    'cacheBehaviorSettings.minimumTtl: not 0 while all headers are forwarded, got Duration.seconds(1); only 0 is allowed; '
    + 'use Duration.seconds(0) or forward fewer headers'],
]);

const names = (length: number) => Array.from({ length }, (_, index) => `name-${index}`);
const withCookies = (forwardedCookies: ForwardedCookies) => ({ cacheBehaviorSettings: { forwardedCookies } });
const withHeaders = (forwardedHeaders: ForwardedHeaders) => ({ cacheBehaviorSettings: { forwardedHeaders } });
const withQueryStrings = (forwardedQueryStrings: ForwardedQueryStrings) => ({ cacheBehaviorSettings: { forwardedQueryStrings } });
const listRule = 'the option "allow-list" requires a list, and other options do not allow one';
refused('allow-lists', [
  ['of cookies, empty', withCookies(ForwardedCookies.allowList()),
    `cacheBehaviorSettings.forwardedCookies: no entries, got option "allow-list" without a list; ${listRule}; add at least one entry, or use none()`],
  ['of cookies, absent', withCookies(ForwardedCookies.of('allow-list')),
    `cacheBehaviorSettings.forwardedCookies: no entries, got option "allow-list" without a list; ${listRule}; add at least one entry, or use none()`],
  ['of cookies, with another option', withCookies(ForwardedCookies.of('all', ['session'])),
    `cacheBehaviorSettings.forwardedCookies: unexpected list, got option "all" with a list; ${listRule}; leave the list out, or use allowList()`],
  ['of cookies, too long', withCookies(ForwardedCookies.allowList(...names(11))),
    'cacheBehaviorSettings.forwardedCookies: too many entries, got 11; at most 10 are allowed; leave some out'],
  ['of cookies, with an empty name', withCookies(ForwardedCookies.allowList('session', '')),
    'cacheBehaviorSettings.forwardedCookies: empty entry, got ""; at least one character is needed; leave it out'],
  ['of cookies, with a name twice', withCookies(ForwardedCookies.allowList('session', 'id', 'session')),
    'cacheBehaviorSettings.forwardedCookies: duplicate entry, got "session" more than once; each entry may occur once; leave the others out'],
  ['of headers, empty', withHeaders(ForwardedHeaders.allowList()),
    `cacheBehaviorSettings.forwardedHeaders: no entries, got option "allow-list" without a list; ${listRule}; add at least one entry, or use none()`],
  ['of headers, with the option default', withHeaders(ForwardedHeaders.of('default', [HttpHeader.HOST])),
    `cacheBehaviorSettings.forwardedHeaders: unexpected list, got option "default" with a list; ${listRule}; leave the list out, or use allowList()`],
  ['of headers, with the option none', withHeaders(ForwardedHeaders.of('none', [])),
    `cacheBehaviorSettings.forwardedHeaders: unexpected list, got option "none" with a list; ${listRule}; leave the list out, or use allowList()`],
  ['of headers, too long', withHeaders(ForwardedHeaders.allowList(...names(11).map(HttpHeader.of))),
    'cacheBehaviorSettings.forwardedHeaders: too many entries, got 11; at most 10 are allowed; leave some out'],
  ['of headers, with one twice', withHeaders(ForwardedHeaders.allowList(HttpHeader.HOST, HttpHeader.of('Host'))),
    'cacheBehaviorSettings.forwardedHeaders: duplicate entry, got "Host" more than once; each entry may occur once; leave the others out'],
  ['of query strings, too long', withQueryStrings(ForwardedQueryStrings.allowList(...names(11))),
    'cacheBehaviorSettings.forwardedQueryStrings: too many entries, got 11; at most 10 are allowed; leave some out'],
  ['of query strings, with an empty name', withQueryStrings(ForwardedQueryStrings.of(true, [''])),
    'cacheBehaviorSettings.forwardedQueryStrings: empty entry, got ""; at least one character is needed; leave it out'],
]);

refused('cache behaviors', [
  ['too many paths', { cacheBehaviors: Object.fromEntries(names(26).map((path) => [path, CacheBehavior.CACHE])) },
    'cacheBehaviors: too many entries, got 26; at most 25 are allowed; leave some out'],
  ['an empty path', { cacheBehaviors: { '': CacheBehavior.CACHE } },
    'cacheBehaviors: empty entry, got ""; at least one character is needed; leave it out'],
]);

refused('certificate', [
  ['without a name', { certificate: ViewerCertificate.fromCertificateName('') },
    'certificate: empty, got ""; at least one character is needed; name the certificate, or use ViewerCertificate.defaultCertificate()'],
]);

refused('custom error responses', [
  ['unknown error code', { customErrorResponses: [{ errorCode: 404 }, { errorCode: 401 }] },
    'customErrorResponses[1].errorCode: unknown code, got 401; 400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504 are allowed; use one of these'],
  ['unknown response code', { customErrorResponses: [{ errorCode: 404, responseCode: 302, responsePagePath: '/' }] },
    'customErrorResponses[0].responseCode: unknown code, got 302; '
    + '200, 400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504 are allowed; use one of these'],
  ['page without a slash', { customErrorResponses: [{ errorCode: 404, responseCode: 200, responsePagePath: '404.html' }] },
    'customErrorResponses[0].responsePagePath: no leading slash, got "404.html"; a path begins with "/"; use "/404.html"'],
  ['page without a code', { customErrorResponses: [{ errorCode: 404, responsePagePath: '/404.html' }] },
    'customErrorResponses[0]: page without a code, got "/404.html"; responseCode and responsePagePath require each other; specify responseCode too'],
  ['code without a page', { customErrorResponses: [{ errorCode: 404, responseCode: 200 }] },
    'customErrorResponses[0]: code without a page, got 200; responseCode and responsePagePath require each other; specify responsePagePath too'],
  ['caching in fractions of a second', { customErrorResponses: [{ errorCode: 404, errorCachingMinTtl: Duration.millis(1) }] },
    'customErrorResponses[0].errorCachingMinTtl: not whole seconds, got Duration.millis(1); any number of whole seconds is allowed; round it'],
  ['an error code twice', { customErrorResponses: [{ errorCode: 500 }, { errorCode: 404 }, { errorCode: 404 }] },
    'customErrorResponses: duplicate errorCode, got 404 more than once; each code may occur once; leave the others out'],
]);

const withRule = (rule: WafRule) => ({ waf: Waf.enabled(rule) });
refused('WAF', [
  ['with the small bundle', { bundle: DistributionBundle.SMALL_1_0, waf: Waf.enabled() },
    'waf: not available with this bundle, got bundle "small_1_0"; medium and large bundles can have a WAF; choose a larger bundle or Waf.disabled()'],
  ['a rule group without a name', withRule(WafRule.managed(WafRuleGroup.of(''))),
    'waf.rules: empty entry, got ""; at least one character is needed; leave it out'],
  ['a rule group twice', { waf: Waf.enabled(WafRule.managed(WafRuleGroup.PHP), WafRule.managed(WafRuleGroup.PHP)) },
    'waf.rules: duplicate entry, got "AWSManagedRulesPHPRuleSet" more than once; each entry may occur once; leave the others out'],
  ['account takeover prevention without its configuration', withRule(WafRule.managed(WafRuleGroup.of('AWSManagedRulesATPRuleSet'))),
    'waf.rules[0]: no configuration, got "AWSManagedRulesATPRuleSet" alone; this rule group requires one; use WafRule.accountTakeoverPrevention()'],
  ['account creation fraud prevention without its configuration', withRule(WafRule.managed(WafRuleGroup.of('AWSManagedRulesACFPRuleSet'))),
    'waf.rules[0]: no configuration, got "AWSManagedRulesACFPRuleSet" alone; this rule group requires one; use WafRule.accountCreationFraudPrevention()'],
  ['bot control without its configuration, after another rule',
    { waf: Waf.enabled(WafRule.managed(WafRuleGroup.PHP), WafRule.managed(WafRuleGroup.of('AWSManagedRulesBotControlRuleSet'))) },
    'waf.rules[1]: no configuration, got "AWSManagedRulesBotControlRuleSet" alone; this rule group requires one; use WafRule.botControl()'],
  ['login path without a slash', withRule(WafRule.accountTakeoverPrevention({ loginPath: 'login' })),
    'waf.rules[0].loginPath: no leading slash, got "login"; a path begins with "/"; use "/login"'],
  ['login path too long', withRule(WafRule.accountTakeoverPrevention({ loginPath: `/${'a'.repeat(256)}` })),
    'waf.rules[0].loginPath: too long, got 257 characters; at most 256 are allowed; use a shorter path'],
  ['creation path without a slash', withRule(WafRule.accountCreationFraudPrevention({ creationPath: '' })),
    'waf.rules[0].creationPath: no leading slash, got ""; a path begins with "/"; use "/"'],
  ['creation path too long', withRule(WafRule.accountCreationFraudPrevention({ creationPath: `/${'a'.repeat(256)}` })),
    'waf.rules[0].creationPath: too long, got 257 characters; at most 256 are allowed; use a shorter path'],
  ['registration page without a slash', withRule(WafRule.accountCreationFraudPrevention({ registrationPagePath: 'signup' })),
    'waf.rules[0].registrationPagePath: no leading slash, got "signup"; a path begins with "/"; use "/signup"'],
  ['registration page too long', withRule(WafRule.accountCreationFraudPrevention({ registrationPagePath: `/${'a'.repeat(256)}` })),
    'waf.rules[0].registrationPagePath: too long, got 257 characters; at most 256 are allowed; use a shorter path'],
  ['a field without a name', withRule(WafRule.accountTakeoverPrevention({ usernameField: '' })),
    'waf.rules[0].usernameField: wrong length, got 0 characters; 1 to 512 are allowed; name the field'],
  ['a field with a long name', withRule(WafRule.accountTakeoverPrevention({ passwordField: 'a'.repeat(513) })),
    'waf.rules[0].passwordField: wrong length, got 513 characters; 1 to 512 are allowed; name the field'],
  ['a user name in JSON that is not a pointer', withRule(WafRule.accountTakeoverPrevention({ payloadType: WafPayloadType.JSON, usernameField: 'user' })),
    'waf.rules[0].usernameField: not a JSON pointer, got "user"; a JSON pointer begins with "/"; use "/user"'],
  ['a password in JSON that is not a pointer',
    withRule(WafRule.accountTakeoverPrevention({ payloadType: WafPayloadType.JSON, usernameField: '/user', passwordField: 'password' })),
    'waf.rules[0].passwordField: not a JSON pointer, got "password"; a JSON pointer begins with "/"; use "/password"'],
  ['no success codes', withRule(WafRule.accountTakeoverPrevention({ responseInspection: { successCodes: [] } })),
    'waf.rules[0].responseInspection.successCodes: wrong number of codes, got 0; 1 to 10 are allowed; '
    + 'leave some out, or leave the whole list out'],
  ['too many failure codes', withRule(WafRule.accountCreationFraudPrevention({ responseInspection: { failureCodes: names(11).map((_, code) => code) } })),
    'waf.rules[0].responseInspection.failureCodes: wrong number of codes, got 11; 1 to 10 are allowed; '
    + 'leave some out, or leave the whole list out'],
  ['a code over 999', withRule(WafRule.accountTakeoverPrevention({ responseInspection: { successCodes: [0, 999, 1000] } })),
    'waf.rules[0].responseInspection.successCodes: not a status code, got 1000; whole numbers from 0 to 999 are allowed; '
    + 'use the status code that the origin returns'],
  ['a code under 0', withRule(WafRule.accountTakeoverPrevention({ responseInspection: { failureCodes: [-1] } })),
    'waf.rules[0].responseInspection.failureCodes: not a status code, got -1; whole numbers from 0 to 999 are allowed; '
    + 'use the status code that the origin returns'],
  ['a code that is not an integer', withRule(WafRule.accountTakeoverPrevention({ responseInspection: { failureCodes: [401.5] } })),
    'waf.rules[0].responseInspection.failureCodes: not a status code, got 401.5; whole numbers from 0 to 999 are allowed; '
    + 'use the status code that the origin returns'],
  ['a code in both lists', withRule(WafRule.accountTakeoverPrevention({ responseInspection: { successCodes: [200, 401], failureCodes: [401] } })),
    'waf.rules[0].responseInspection: code in both lists, got 401; a code means either success or failure; leave it out of one list'],
]);

test.each<[string, Partial<DistributionSettingsProps>]>([
  ['timeout of a minute', withTimeout(Duration.seconds(60))],
  ['timeout of 50 minutes', withTimeout(Duration.minutes(50))],
  ['response timeout of a second', withResponseTimeout(Duration.seconds(1))],
  ['response timeout of a minute', withResponseTimeout(Duration.millis(60_000))],
  ['equal TTLs', { cacheBehaviorSettings: { minimumTtl: seconds(60), defaultTtl: Duration.minutes(1), maximumTtl: seconds(60) } }],
  ['10 cookies', withCookies(ForwardedCookies.allowList(...names(10)))],
  ['an unknown option with a list', withCookies(ForwardedCookies.of('deny-list', names(1)))],
  ['an empty list of query strings', withQueryStrings(ForwardedQueryStrings.allowList())],
  ['25 paths', { cacheBehaviors: Object.fromEntries(names(25).map((path) => [path, CacheBehavior.CACHE])) }],
  ['no WAF with the small bundle', { bundle: DistributionBundle.SMALL_1_0, waf: Waf.disabled() }],
  ['a login path of 256 characters', withRule(WafRule.accountTakeoverPrevention({ loginPath: `/${'a'.repeat(255)}` }))],
  ['a field of 512 characters', withRule(WafRule.accountTakeoverPrevention({ usernameField: 'a'.repeat(512) }))],
  ['10 codes from 0 to 999', withRule(WafRule.accountTakeoverPrevention({ responseInspection: { successCodes: [0, 1, 2, 3, 4, 5, 6, 7, 8, 999] } }))],
])('%s: allowed', (_, props) => {
  expect(() => define(props)).not.toThrow();
});

test('one error reports all problems', () => {
  expect(() => define({
    origin: { name: '', responseTimeout: Duration.minutes(2) },
    cacheBehaviorSettings: {
      minimumTtl: seconds(3), defaultTtl: seconds(2), maximumTtl: seconds(1), forwardedCookies: ForwardedCookies.allowList('', ...names(10)),
    },
  })).toThrow(findings(
    'origin.name: empty, got ""; at least one character is needed; name the instance, load balancer, bucket or container service',
    'origin.responseTimeout: out of range, got Duration.minutes(2); 1 to 60 whole seconds are allowed; choose a time in this range',
    'cacheBehaviorSettings.minimumTtl: more than defaultTtl, got Duration.seconds(3) and Duration.seconds(2); '
    + 'minimumTtl <= defaultTtl <= maximumTtl is needed; lower minimumTtl or raise defaultTtl',
    'cacheBehaviorSettings.defaultTtl: more than maximumTtl, got Duration.seconds(2) and Duration.seconds(1); '
    + 'minimumTtl <= defaultTtl <= maximumTtl is needed; lower defaultTtl or raise maximumTtl',
    'cacheBehaviorSettings.forwardedCookies: too many entries, got 11; at most 10 are allowed; leave some out',
    'cacheBehaviorSettings.forwardedCookies: empty entry, got ""; at least one character is needed; leave it out',
  ));
});

test('two problems of one duration are both reported', () => {
  expect(() => define({ cacheBehaviorSettings: { minimumTtl: Duration.millis(500), forwardedHeaders: ForwardedHeaders.all() } })).toThrow(findings(
    'cacheBehaviorSettings.minimumTtl: not whole seconds, got Duration.millis(500); any number of whole seconds is allowed; round it',
    'cacheBehaviorSettings.minimumTtl: not 0 while all headers are forwarded, got Duration.millis(500); only 0 is allowed; '
    + 'use Duration.seconds(0) or forward fewer headers',
  ));
});
