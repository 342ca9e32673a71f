export { AllowedHttpMethods, CacheBehavior, CachedHttpMethods, type CacheBehaviorSettings } from './cache-behavior';
export { CachingPreset } from './caching-preset';
export { CertificateValidation, type DnsValidationOptions } from './certificate-validation';
export { Distribution } from './distribution';
export { DistributionAliasRecords, type DistributionAliasRecordsProps } from './distribution-alias-records';
export { DistributionBundle } from './distribution-bundle';
export { DistributionCacheReset, type DistributionCacheResetProps } from './distribution-cache-reset';
export { DistributionCertificate } from './distribution-certificate';
export { type IDistributionCertificate } from './distribution-certificate-interface';
export { type DistributionCertificateProps } from './distribution-certificate-props';
export { type IDistribution } from './distribution-interface';
export { IpAddressType, type CustomErrorResponse, type DistributionOptions } from './distribution-options';
export { DistributionMetric } from './distribution-metric';
export { DistributionMonitor } from './distribution-monitor';
export { type DistributionAlarmOptions, type DistributionMonitorProps } from './distribution-monitor-props';
export { DistributionOrigin } from './distribution-origin';
export { type BucketOriginOptions, type InstanceOriginOptions, type ServerOriginOptions } from './distribution-origin-options';
export { OnExisting, type DistributionAttributes, type DistributionProps } from './distribution-props';
export { DistributionSettings, type DistributionSettingsProps } from './distribution-settings';
export { DistributionTarget } from './distribution-target';
export { ForwardedCookies, ForwardedHeaders, ForwardedQueryStrings } from './forwarding';
export { HttpHeader } from './http-header';
export { OriginIpAddressType, OriginProtocolPolicy, type OriginConnectionOptions, type OriginOptions } from './origin';
export { OriginRegion } from './origin-region';
export { Reconcile } from './reconcile';
export { ViewerCertificate, ViewerMinimumTlsProtocolVersion } from './viewer';
export { Waf } from './waf';
export { WafRule } from './waf-rule';
export { WafRuleGroup } from './waf-rule-group';
export {
  WafInspectionLevel, WafPayloadType, type WafAccountCreationFraudPreventionOptions, type WafAccountTakeoverPreventionOptions,
  type WafBotControlOptions, type WafResponseInspection,
} from './waf-rule-options';
