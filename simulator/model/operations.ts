import { accessRules, bucketBundleId, bucketName, readonlyAccessAccounts } from './bucket';
import { metricName } from './metric';
import { cacheBehavior, cacheBehaviors, cacheSettings, customErrorResponses, distributionIpAddressType, ipAddressType, originSettings, resourceName, tlsProtocolVersion } from './settings';
import { between, boolean, list, matching, oneOf, string, structure, timestamp, ValueOf } from './shape';
import { tagKey, tags } from './tags';
import { wafRule } from './waf';

const inputOrigin = structure({ name: resourceName }, originSettings);
export type InputOrigin = ValueOf<typeof inputOrigin>;

const distributionName = resourceName;
const named = structure({ distributionName }, {});
const resourceArn = matching(/^arn:[\w-]+:lightsail:[\w-]*:\d*:[A-Za-z]+\/[\w-]+$/, 'be the ARN of a Lightsail resource');
const domainName = matching(/^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i, 'be a domain name without wildcard');
const subdomainName = matching(/^(?=.{1,39}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)?$/,
  'have one or two labels of lowercase letters, digits and -, 39 characters at most');

/** The optional members that CreateDistribution and UpdateDistribution have in common. */
const settings = {
  cacheBehaviorSettings: cacheSettings,
  cacheBehaviors,
  certificateName: resourceName,
  viewerMinimumTlsProtocolVersion: tlsProtocolVersion,
  enablePrivateOriginAccess: boolean,
  defaultRootObject: string,
  customErrorResponses,
  enableWaf: boolean,
  wafRules: list(wafRule),
};

/**
 * One row for each operation: its required members, then the optional ones.
 * The service requires some members that the model has as optional, for example the name of a distribution.
 */
export const inputs = {
  CreateDistribution: structure(
    { distributionName, origin: inputOrigin, defaultCacheBehavior: cacheBehavior, bundleId: string },
    { ...settings, ipAddressType: distributionIpAddressType, tags, subdomainName },
  ),
  GetDistributions: structure({}, { distributionName, pageToken: string }),
  UpdateDistribution: structure(
    { distributionName },
    { ...settings, origin: inputOrigin, defaultCacheBehavior: cacheBehavior, isEnabled: boolean, useDefaultCertificate: boolean },
  ),
  UpdateDistributionBundle: structure({ distributionName, bundleId: string }, {}),
  DeleteDistribution: named,
  ResetDistributionCache: named,
  GetDistributionLatestCacheReset: named,
  GetDistributionBundles: structure({}, {}),
  AttachCertificateToDistribution: structure({ distributionName, certificateName: resourceName }, {}),
  DetachCertificateFromDistribution: named,
  SetIpAddressType: structure(
    { resourceType: oneOf('Distribution', 'Instance', 'LoadBalancer'), resourceName, ipAddressType },
    { acceptBundleUpdate: boolean },
  ),
  TagResource: structure({ resourceName, tags }, { resourceArn }),
  UntagResource: structure({ resourceName, tagKeys: list(tagKey) }, { resourceArn }),
  GetOperation: structure({ operationId: string }, {}),
  GetOperationsForResource: structure({ resourceName }, { pageToken: string }),
  GetOperations: structure({}, { pageToken: string }),
  CreateCertificate: structure(
    { certificateName: resourceName, domainName },
    { subjectAlternativeNames: list(domainName, { max: 9 }), tags },
  ),
  DeleteCertificate: structure({ certificateName: resourceName }, {}),
  GetCertificates: structure({}, {
    certificateStatuses: list(oneOf('PENDING_VALIDATION', 'ISSUED', 'INACTIVE', 'EXPIRED', 'VALIDATION_TIMED_OUT', 'REVOKED', 'FAILED')),
    includeCertificateDetails: boolean,
    certificateName: string,
    pageToken: string,
  }),
  CreateBucket: structure({ bucketName, bundleId: bucketBundleId }, { tags, enableObjectVersioning: boolean }),
  GetBuckets: structure({}, { bucketName, pageToken: string, includeConnectedResources: boolean }),
  UpdateBucket: structure({ bucketName }, { accessRules, versioning: oneOf('Enabled', 'Suspended'), readonlyAccessAccounts }),
  UpdateBucketBundle: structure({ bucketName, bundleId: bucketBundleId }, {}),
  DeleteBucket: structure({ bucketName }, { forceDelete: boolean }),
  GetDistributionMetricData: structure({
    distributionName,
    metricName,
    startTime: timestamp,
    endTime: timestamp,
    period: between(60, 86400),
    unit: string,
    statistics: list(oneOf('Minimum', 'Maximum', 'Sum', 'Average', 'SampleCount')),
  }, {}),
};

export type OperationName = keyof typeof inputs;
export type Input<O extends OperationName> = ValueOf<(typeof inputs)[O]>;

/** The operations that are available in every Region. The others concern distributions and certificates. */
export const regionalOperations: readonly string[] = [
  'CreateBucket', 'GetBuckets', 'UpdateBucket', 'UpdateBucketBundle', 'DeleteBucket', 'TagResource', 'UntagResource',
  'GetOperation', 'GetOperationsForResource', 'GetOperations',
] satisfies OperationName[];
