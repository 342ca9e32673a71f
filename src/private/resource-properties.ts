import { IResolvable } from 'aws-cdk-lib';
import { WafAccountCreationFraudPreventionOptions, WafAccountTakeoverPreventionOptions, WafBotControlOptions } from '../waf-rule-options';

/** Type of the custom resource that owns a distribution. */
export const DISTRIBUTION_TYPE = 'Custom::LightsailDistribution';

/** Type of the custom resource that only applies settings. */
export const DISTRIBUTION_SETTINGS_TYPE = 'Custom::LightsailDistributionSettings';

/**
 * What a construct sends and the handler receives, in Lightsail's own names.
 *
 * What is absent has the handler's default. CloudFormation turns each number and boolean into a string on the way; the handler turns
 * them back.
 */
export interface ResourceProperties {
  /** Absent when the handler is to make one up, for a distribution that the stack owns. */
  readonly distributionName?: string;
  readonly waitForDeployment?: boolean;
  readonly timeoutSeconds?: number;
  /** Differs at each synthesis; only there when the settings are applied at every deployment. */
  readonly reconciledAt?: string;
  readonly settings: Settings;
}

/** What it sends besides for a distribution that the stack owns. */
export interface OwnershipProperties {
  readonly onExisting?: string;
  /** Whether an adopted distribution is deleted like any other; a boolean. */
  readonly deleteAdopted?: boolean;
  /** A list of `{ key, value }`, or nothing when there are none. */
  readonly tags: IResolvable;
}

/** The managed settings. One that is absent is not managed. */
export interface Settings {
  readonly origin?: Origin;
  readonly enablePrivateOriginAccess?: boolean;
  readonly defaultCacheBehavior?: string;
  readonly cacheBehaviorSettings?: CacheSettings;
  readonly cacheBehaviors?: readonly CacheBehaviorPerPath[];
  readonly isEnabled?: boolean;
  readonly viewerMinimumTlsProtocolVersion?: string;
  /** Empty for the distribution's default certificate. */
  readonly certificateName?: string;
  /** Empty for none. */
  readonly defaultRootObject?: string;
  readonly customErrorResponses?: readonly ErrorResponse[];
  readonly enableWaf?: boolean;
  readonly wafRules?: readonly Rule[];
  readonly bundleId?: string;
  readonly ipAddressType?: string;
}

export interface Origin {
  readonly name: string;
  readonly regionName?: string;
  readonly protocolPolicy?: string;
  readonly responseTimeout?: number;
  readonly ipAddressType?: string;
}

export interface CacheSettings {
  readonly defaultTTL?: number;
  readonly minimumTTL?: number;
  readonly maximumTTL?: number;
  readonly allowedHTTPMethods?: string;
  readonly cachedHTTPMethods?: string;
  readonly forwardedCookies?: { readonly option: string; readonly cookiesAllowList?: readonly string[] };
  readonly forwardedHeaders?: { readonly option: string; readonly headersAllowList?: readonly string[] };
  readonly forwardedQueryStrings?: { readonly option: boolean; readonly queryStringsAllowList?: readonly string[] };
}

export interface CacheBehaviorPerPath {
  readonly path: string;
  readonly behavior: string;
}

export interface ErrorResponse {
  readonly errorCode: number;
  readonly responseCode?: string;
  readonly responsePagePath?: string;
  readonly errorCachingMinTTL?: number;
}

export interface Rule {
  readonly name: string;
  readonly atpConfig?: WafAccountTakeoverPreventionOptions;
  readonly acfpConfig?: WafAccountCreationFraudPreventionOptions;
  readonly botControlConfig?: WafBotControlOptions;
}
