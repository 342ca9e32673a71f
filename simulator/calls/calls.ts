import { createBucket, deleteBucket, getBuckets, updateBucket, updateBucketBundle } from './buckets';
import { getDistributionBundles, updateDistributionBundle } from './bundles';
import { getDistributionLatestCacheReset, resetDistributionCache } from './cache-reset';
import { Call } from './call';
import { createCertificate, deleteCertificate, getCertificates } from './certificates';
import { attachCertificate, detachCertificate } from './distribution-certificate';
import { createDistribution, deleteDistribution, updateDistribution } from './distributions';
import { getDistributions } from './get-distributions';
import { setIpAddressType } from './ip-address-type';
import { getDistributionMetricData } from './metric-data';
import { getOperation, getOperations, getOperationsForResource } from './operations';
import { tagResource, untagResource } from './tags';
import { OperationName } from '../model/operations';

export const calls = {
  CreateDistribution: createDistribution,
  GetDistributions: getDistributions,
  UpdateDistribution: updateDistribution,
  UpdateDistributionBundle: updateDistributionBundle,
  DeleteDistribution: deleteDistribution,
  ResetDistributionCache: resetDistributionCache,
  GetDistributionLatestCacheReset: getDistributionLatestCacheReset,
  GetDistributionBundles: getDistributionBundles,
  AttachCertificateToDistribution: attachCertificate,
  DetachCertificateFromDistribution: detachCertificate,
  SetIpAddressType: setIpAddressType,
  TagResource: tagResource,
  UntagResource: untagResource,
  GetOperation: getOperation,
  GetOperationsForResource: getOperationsForResource,
  GetOperations: getOperations,
  CreateCertificate: createCertificate,
  DeleteCertificate: deleteCertificate,
  GetCertificates: getCertificates,
  CreateBucket: createBucket,
  GetBuckets: getBuckets,
  UpdateBucket: updateBucket,
  UpdateBucketBundle: updateBucketBundle,
  DeleteBucket: deleteBucket,
  GetDistributionMetricData: getDistributionMetricData,
} satisfies { readonly [O in OperationName]: Call<O> };

export type Output<O extends OperationName> = ReturnType<(typeof calls)[O]>;
