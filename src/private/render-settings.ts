import { Tokenization } from 'aws-cdk-lib';
import { definedMembers } from './defined-members';
import { CacheSettings, ErrorResponse, Origin, Rule, Settings } from './resource-properties';
import { CacheBehaviorSettings } from '../cache-behavior';
import { CustomErrorResponse, DistributionOptions } from '../distribution-options';
import { OriginOptions } from '../origin';
import { WafRule } from '../waf-rule';

/** The options of both constructs. The origin is required by one of them only. */
export interface SettingsOptions extends DistributionOptions {
  readonly origin?: OriginOptions;
}

/**
 * The settings that the options specify, with the names of the Lightsail API. Expects options without findings.
 */
export function renderSettings(options: SettingsOptions): Settings {
  return definedMembers({
    origin: options.origin && renderOrigin(options.origin),
    enablePrivateOriginAccess: options.privateOriginAccess,
    defaultCacheBehavior: options.defaultCacheBehavior,
    cacheBehaviorSettings: options.cacheBehaviorSettings && renderCacheBehaviorSettings(options.cacheBehaviorSettings),
    cacheBehaviors: options.cacheBehaviors && Object.entries(options.cacheBehaviors).map(([path, behavior]) => ({ path, behavior })),
    isEnabled: options.enabled,
    viewerMinimumTlsProtocolVersion: options.viewerMinimumTlsProtocolVersion?.value,
    certificateName: options.certificate && (options.certificate.certificateName ?? ''),
    defaultRootObject: options.defaultRootObject,
    customErrorResponses: options.customErrorResponses?.map(renderCustomErrorResponse),
    enableWaf: options.waf?.isEnabled,
    wafRules: options.waf?.rules?.map(renderWafRule),
    bundleId: options.bundle?.value,
    ipAddressType: options.ipAddressType,
  });
}

function renderOrigin(origin: OriginOptions): Origin {
  return definedMembers({
    name: origin.name,
    regionName: origin.regionName?.value,
    protocolPolicy: origin.protocolPolicy,
    responseTimeout: origin.responseTimeout?.toSeconds(),
    ipAddressType: origin.ipAddressType,
  });
}

function renderCacheBehaviorSettings(settings: CacheBehaviorSettings): CacheSettings | undefined {
  const { forwardedCookies, forwardedHeaders, forwardedQueryStrings } = settings;
  const rendered = definedMembers({
    defaultTTL: settings.defaultTtl?.toSeconds(),
    minimumTTL: settings.minimumTtl?.toSeconds(),
    maximumTTL: settings.maximumTtl?.toSeconds(),
    allowedHTTPMethods: settings.allowedHttpMethods,
    cachedHTTPMethods: settings.cachedHttpMethods,
    forwardedCookies: forwardedCookies && definedMembers({ option: forwardedCookies.option, cookiesAllowList: forwardedCookies.names }),
    forwardedHeaders: forwardedHeaders && definedMembers({
      option: forwardedHeaders.option,
      headersAllowList: forwardedHeaders.headers?.map((header) => header.value),
    }),
    forwardedQueryStrings: forwardedQueryStrings && definedMembers({
      option: forwardedQueryStrings.option,
      queryStringsAllowList: forwardedQueryStrings.names,
    }),
  });
  return Object.keys(rendered).length > 0 ? rendered : undefined;
}

function renderCustomErrorResponse(response: CustomErrorResponse): ErrorResponse {
  return definedMembers({
    errorCode: response.errorCode,
    // Lightsail expects this code as a string. The number of a token is a placeholder, which `String()` would not resolve.
    responseCode: response.responseCode === undefined ? undefined : Tokenization.stringifyNumber(response.responseCode),
    responsePagePath: response.responsePagePath,
    errorCachingMinTTL: response.errorCachingMinTtl?.toSeconds(),
  });
}

function renderWafRule(rule: WafRule): Rule {
  return definedMembers({
    name: rule.name,
    atpConfig: rule.accountTakeoverPreventionOptions,
    acfpConfig: rule.accountCreationFraudPreventionOptions,
    botControlConfig: rule.botControlOptions,
  });
}
