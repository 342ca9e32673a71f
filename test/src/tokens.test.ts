import { App, aws_lightsail as lightsail, CfnParameter, Duration, Stack, Token } from 'aws-cdk-lib';
import { define, propertiesOf } from './stack-under-test';
import {
  CacheBehavior, Distribution, DistributionBundle, ForwardedCookies, ForwardedHeaders, ForwardedQueryStrings, HttpHeader, OriginRegion,
  ViewerCertificate, ViewerMinimumTlsProtocolVersion, Waf, WafPayloadType, WafRule, WafRuleGroup,
} from '../../src';

/** A stack with parameters, whose values are unknown at synthesis. */
function parameters() {
  const stack = new Stack(new App(), 'Site');
  new CfnParameter(stack, 'Text');
  new CfnParameter(stack, 'Number', { type: 'Number' });
  new CfnParameter(stack, 'List', { type: 'CommaDelimitedList' });
  const find = (id: string) => stack.node.findChild(id) as CfnParameter;
  return { stack, text: find('Text').valueAsString, number: find('Number').valueAsNumber, list: find('List').valueAsList };
}

const TEXT = { Ref: 'Text' };
const NUMBER = { Ref: 'Number' };
const LIST = { Ref: 'List' };

test('tokens are not checked and not changed', () => {
  const { stack, text, number, list } = parameters();
  const time = Duration.seconds(number);
  const responseInspection = { successCodes: [number], failureCodes: [number] };

  expect(propertiesOf({
    distribution: Distribution.fromDistributionName(stack, 'Named', text),
    timeout: time,
    origin: { name: text, regionName: OriginRegion.of(text), responseTimeout: time },
    cacheBehaviorSettings: {
      minimumTtl: time,
      defaultTtl: Duration.seconds(0),
      maximumTtl: time,
      forwardedCookies: ForwardedCookies.allowList(...list),
      forwardedHeaders: ForwardedHeaders.of(text, [HttpHeader.of(text), HttpHeader.of(text)]),
      forwardedQueryStrings: ForwardedQueryStrings.allowList(...list),
    },
    cacheBehaviors: { [text]: CacheBehavior.CACHE },
    viewerMinimumTlsProtocolVersion: ViewerMinimumTlsProtocolVersion.of(text),
    certificate: ViewerCertificate.fromCertificateName(text),
    defaultRootObject: text,
    customErrorResponses: [
      { errorCode: number, responseCode: number, responsePagePath: text, errorCachingMinTtl: time },
      { errorCode: number },
    ],
    waf: Waf.enabled(
      WafRule.managed(WafRuleGroup.of(text)),
      WafRule.managed(WafRuleGroup.of(text)),
      WafRule.accountTakeoverPrevention({
        payloadType: WafPayloadType.JSON, loginPath: text, usernameField: text, passwordField: text, responseInspection,
      }),
    ),
    bundle: DistributionBundle.of(text),
  }, stack)).toMatchObject({
    distributionName: TEXT,
    timeoutSeconds: NUMBER,
    settings: {
      origin: { name: TEXT, regionName: TEXT, responseTimeout: NUMBER },
      cacheBehaviorSettings: {
        minimumTTL: NUMBER,
        defaultTTL: 0,
        maximumTTL: NUMBER,
        forwardedCookies: { option: 'allow-list', cookiesAllowList: LIST },
        forwardedHeaders: { option: TEXT, headersAllowList: [TEXT, TEXT] },
        forwardedQueryStrings: { option: false, queryStringsAllowList: LIST },
      },
      cacheBehaviors: [{ path: TEXT, behavior: 'cache' }],
      viewerMinimumTlsProtocolVersion: TEXT,
      certificateName: TEXT,
      defaultRootObject: TEXT,
      customErrorResponses: [
        { errorCode: NUMBER, responseCode: NUMBER, responsePagePath: TEXT, errorCachingMinTTL: NUMBER },
        { errorCode: NUMBER },
      ],
      wafRules: [
        { name: TEXT },
        { name: TEXT },
        {
          atpConfig: {
            loginPath: TEXT, usernameField: TEXT, passwordField: TEXT, responseInspection: { successCodes: [NUMBER], failureCodes: [NUMBER] },
          },
        },
      ],
      bundleId: TEXT,
    },
  });
});

test('a certificate of the stack is deployed first', () => {
  const stack = new Stack(new App(), 'Site');
  const certificate = new lightsail.CfnCertificate(stack, 'Certificate', { certificateName: 'web', domainName: 'example.com' });
  expect(propertiesOf({ certificate: ViewerCertificate.fromCertificate(certificate) }, stack)).toMatchObject({
    settings: { certificateName: { Ref: 'Certificate' } },
  });
});

test('a token is refused only in a unit that CloudFormation cannot turn into seconds', () => {
  const minutes = Duration.minutes(Token.asNumber({ Ref: 'Number' }));
  expect(() => define({ enabled: true, timeout: minutes })).toThrow(new Error(
    'Site/Cdn: timeout: token in the wrong unit, got Duration.minutes(<token>); 60 to 3000 whole seconds are allowed; use Duration.seconds() for a token'));
});

test('a minimum TTL that is a token is allowed with all headers, since it can be 0', () => {
  const minimumTtl = Duration.seconds(Token.asNumber({ Ref: 'Number' }));
  expect(() => define({ cacheBehaviorSettings: { minimumTtl, forwardedHeaders: ForwardedHeaders.all() } })).not.toThrow();
});

test('values that are known are checked, also next to tokens', () => {
  const { text } = parameters();
  const forwardedCookies = ForwardedCookies.allowList(...Array<string>(9).fill(text), 'id', 'id');
  expect(() => define({ cacheBehaviorSettings: { forwardedCookies } })).toThrow(new Error(
    'Site/Cdn: cacheBehaviorSettings.forwardedCookies: too many entries, got 11; at most 10 are allowed; leave some out\n'
    + 'Site/Cdn: cacheBehaviorSettings.forwardedCookies: duplicate entry, got "id" more than once; each entry may occur once; leave the others out'));
});

test('a message formats a number that is a token as a token, not as its placeholder', () => {
  const { number } = parameters();
  expect(() => define({ customErrorResponses: [{ errorCode: 404, responseCode: number }] })).toThrow(
    /^Site\/Cdn: customErrorResponses\[0\]: code without a page, got \$\{Token\[TOKEN\.\d+\]\}; responseCode and responsePagePath require each other; specify responsePagePath too$/);
});
