import { cacheBehavior, cacheBehaviors, cacheSettings, customErrorResponses, distributionIpAddressType, originSettings, resourceName } from './settings';
import { boolean, list, oneOf, string, structure, timestamp, ValueOf } from './shape';
import { tags } from './tags';
import { wafRule } from './waf';
import { originResourceTypes } from '../state/origin';

const resourceType = oneOf(...originResourceTypes);
const { regionName, protocolPolicy, responseTimeout, ipAddressType } = originSettings;

/** The part of a distribution, as GetDistributions returns it, that a change outside the stack can set. */
export const seededDistribution = structure({
  arn: string,
  supportCode: string,
  createdAt: timestamp,
  domainName: string,
  origin: structure(
    { name: resourceName, resourceType, regionName, protocolPolicy, responseTimeout, ipAddressType, isPrivateOriginAccessEnabled: boolean }, {},
  ),
  defaultCacheBehavior: cacheBehavior,
  cacheBehaviorSettings: cacheSettings,
  cacheBehaviors,
  isEnabled: boolean,
  alternativeDomainNames: list(string),
  customErrorResponses,
  waf: structure({ isWafEnabled: boolean, wafRules: list(wafRule) }, {}),
  bundleId: string,
  ipAddressType: distributionIpAddressType,
  ableToUpdateBundle: boolean,
  tags,
}, {
  status: string,
  viewerMinimumTlsProtocolVersion: string,
  certificateName: resourceName,
  defaultRootObject: string,
});

export const certificateSeed = structure({ domainName: string }, {
  subjectAlternativeNames: list(string),
  status: oneOf('PENDING_VALIDATION', 'ISSUED', 'INACTIVE', 'EXPIRED', 'VALIDATION_TIMED_OUT', 'REVOKED', 'FAILED'),
  requestFailureReason: string,
  notAfter: timestamp,
  renewalStatus: oneOf('PendingAutoRenewal', 'PendingValidation', 'Success', 'Failed'),
  tags,
});
export type CertificateSeed = ValueOf<typeof certificateSeed>;

/** The value of a CNAME record; null removes the record. */
export interface DnsRecordSeed {
  readonly value: string | null;
}

/** As in every structure, null means that the member is left out. */
export const dnsRecordSeed = structure({}, { value: string });

export const originSeed = structure({ regionName, resourceType }, {});
export type OriginSeed = ValueOf<typeof originSeed>;

/** Tags by key. The value null removes a tag. */
export type TagPatch = Readonly<Record<string, string | null>>;

type DeepPartial<T> = T extends readonly unknown[] ? T : T extends object ? { readonly [K in keyof T]?: DeepPartial<T[K]> | null } : T;

/** A part of a distribution as GetDistributions returns it. The value null removes a member, a list is replaced, and an object is merged. */
export type DistributionPatch = DeepPartial<ValueOf<typeof seededDistribution>>;
