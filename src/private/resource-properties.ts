import { IResolvable } from 'aws-cdk-lib';
import { WafAccountCreationFraudPreventionOptions, WafAccountTakeoverPreventionOptions, WafBotControlOptions } from '../waf-rule-options';

/** Type of the custom resource that owns a distribution. */
export const DISTRIBUTION_TYPE = 'Custom::LightsailDistribution';

/** Type of the custom resource that owns a certificate. */
export const CERTIFICATE_TYPE = 'Custom::LightsailCertificate';

/** Type of the custom resource that applies settings to an existing distribution. */
export const DISTRIBUTION_SETTINGS_TYPE = 'Custom::LightsailDistributionSettings';

/** Type of the custom resource that resets the cache of a distribution. */
export const CACHE_RESET_TYPE = 'Custom::LightsailDistributionCacheReset';

/**
 * The properties that a construct sends to the handler, with the names of the Lightsail API.
 *
 * The handler has a default for each one that is absent. CloudFormation converts numbers and booleans to strings, and the handler
 * converts them back.
 */
export interface ResourceProperties {
  /** Absent if the handler generates the name, which it does only for a distribution that the stack owns. */
  readonly distributionName?: string;
  readonly waitForDeployment?: boolean;
  readonly timeoutSeconds?: number;
  /** The time of the synthesis, with which every deployment updates the resource. Absent with `Reconcile.ON_CHANGE`. */
  readonly reconciledAt?: string;
  readonly settings: Settings;
}

/** Further properties for a distribution that the stack owns. */
export interface OwnershipProperties {
  readonly onExisting?: string;
  /** Whether an adopted distribution is deleted instead of released. */
  readonly deleteAdopted?: boolean;
  /** A list of `{ key, value }`, absent if there are no tags. */
  readonly tags: IResolvable;
}

/** The properties of a certificate. */
export interface CertificateProperties {
  /** Absent if the handler generates the name. */
  readonly certificateName?: string;
  readonly domainName: string;
  readonly subjectAlternativeNames?: readonly string[];
  /** Where the handler writes the validation records; absent if something else does. */
  readonly hostedZones?: readonly CertificateZone[];
  readonly waitForIssuance?: boolean;
  readonly timeoutSeconds?: number;
  /** A list of `{ key, value }`, absent if there are no tags. */
  readonly tags: IResolvable;
}

export interface CertificateZone {
  /** Absent if the zone is that of all domain names. */
  readonly domainName?: string;
  readonly hostedZoneId: string;
  readonly roleArn?: string;
}

/** The properties of a cache reset. The handler has a default for each one that is absent. */
export interface CacheResetProperties {
  readonly distributionName: string;
  /** The cache is reset when they change. The time of the synthesis changes them at every deployment. */
  readonly triggers: readonly string[];
  readonly waitForCompletion?: boolean;
  readonly failOnTimeout?: boolean;
  readonly timeoutSeconds?: number;
}

/** The managed settings. A setting that is absent is unmanaged. */
export interface Settings {
  readonly origin?: Origin;
  readonly enablePrivateOriginAccess?: boolean;
  readonly defaultCacheBehavior?: string;
  readonly cacheBehaviorSettings?: CacheSettings;
  readonly cacheBehaviors?: readonly CacheBehaviorPerPath[];
  readonly isEnabled?: boolean;
  readonly viewerMinimumTlsProtocolVersion?: string;
  /** Empty for the default certificate of the distribution. */
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
