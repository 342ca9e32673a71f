import { invalidInput, notFound } from '../errors';
import { enforceFreeName, Outcome } from './call';
import { describeBucket } from './describe-bucket';
import { pageOf } from './paging';
import { Input } from '../model/operations';
import { enforceBundleChange, monthOf } from '../rules/bundle';
import { mergedTags } from '../rules/tags';
import { Account, originKey } from '../state/account';
import { Bucket } from '../state/bucket';
import { describeOperation, startOperation } from '../state/operations';

export function createBucket(account: Account, input: Input<'CreateBucket'>, outcome: Outcome, regionName: string) {
  const { bucketName, bundleId, enableObjectVersioning = false, tags = [] } = input;
  enforceFreeName(account, bucketName, regionName);
  // Bucket names are unique across Regions, unlike all other names.
  if (account.buckets.has(bucketName)) throw invalidInput(`Some names are already in use: ${bucketName}`);
  if (account.buckets.size >= 20) throw invalidInput('an account can have 20 buckets');
  const bucket: Bucket = {
    name: bucketName,
    regionName,
    arn: account.arn('Bucket', regionName),
    supportCode: `${account.id}/${bucketName}`,
    createdAt: account.clock.now(),
    bundleId,
    accessRules: { getObject: 'private', allowPublicOverrides: false },
    objectVersioning: enableObjectVersioning ? 'Enabled' : 'NeverEnabled',
    readonlyAccessAccounts: [],
    state: outcome.failure ? { code: 'Unknown', message: outcome.failure.errorDetails } : { code: 'OK' },
    tags: mergedTags([], tags),
  };
  account.buckets.set(bucketName, bucket);
  account.origins.set(originKey(regionName, bucketName), { name: bucketName, regionName, resourceType: 'Bucket' });
  return { bucket: describeBucket(account, bucket), operations: operationOn(account, bucket, 'CreateBucket', outcome) };
}

export function getBuckets(account: Account, input: Input<'GetBuckets'>, _: Outcome, regionName: string) {
  const { bucketName, includeConnectedResources = false, pageToken } = input;
  const found = bucketName === undefined
    ? [...account.buckets.values()].filter((bucket) => bucket.regionName === regionName)
    : [existingBucket(account, bucketName, regionName)];
  const { elements, nextPageToken } = pageOf(found, account.behaviour.pageSize, pageToken);
  return { buckets: elements.map((bucket) => describeBucket(account, bucket, includeConnectedResources)), nextPageToken };
}

export function updateBucket(account: Account, input: Input<'UpdateBucket'>, outcome: Outcome, regionName: string) {
  const current = existingBucket(account, input.bucketName, regionName);
  const requested: Bucket = {
    ...current,
    accessRules: { ...current.accessRules, ...input.accessRules },
    objectVersioning: input.versioning ?? current.objectVersioning,
    readonlyAccessAccounts: input.readonlyAccessAccounts ?? current.readonlyAccessAccounts,
  };
  const bucket = replace(account, requested, outcome);
  return { bucket: describeBucket(account, bucket), operations: operationOn(account, bucket, 'UpdateBucket', outcome) };
}

export function updateBucketBundle(account: Account, { bucketName, bundleId }: Input<'UpdateBucketBundle'>, outcome: Outcome, regionName: string) {
  const current = existingBucket(account, bucketName, regionName);
  const now = account.clock.now();
  enforceBundleChange(account.behaviour, 'bucket', current, bundleId, now);
  const bucket = replace(account, { ...current, bundleId, bundleChangedIn: monthOf(now) }, outcome);
  return { operations: operationOn(account, bucket, 'UpdateBucketBundle', outcome) };
}

/** A distribution keeps its origin when the bucket is deleted. */
export function deleteBucket(account: Account, { bucketName, forceDelete = false }: Input<'DeleteBucket'>, outcome: Outcome, regionName: string) {
  const bucket = existingBucket(account, bucketName, regionName);
  const user = forceDelete ? undefined : userOf(account, bucket);
  if (user !== undefined) throw invalidInput(`the bucket ${bucketName} is the origin of the distribution ${user}; it can only be force deleted`);
  if (!outcome.failure) {
    account.buckets.delete(bucketName);
    account.origins.delete(originKey(regionName, bucketName));
  }
  return { operations: operationOn(account, bucket, 'DeleteBucket', outcome) };
}

function existingBucket(account: Account, bucketName: string, regionName: string): Bucket {
  const bucket = account.bucket(bucketName, regionName);
  // The CloudFormation handler of AWS waits for this exception.
  if (!bucket) throw notFound('NotFoundException', bucketName);
  return bucket;
}

/** Returns the first distribution whose deployed or requested origin is the bucket. */
function userOf({ distributions }: Account, bucket: Bucket): string | undefined {
  return [...distributions.values()].find(({ requested, deployed }) =>
    [requested, deployed].some(({ origin }) => origin.name === bucket.name && origin.regionName === bucket.regionName))?.name;
}

function replace({ buckets }: Account, bucket: Bucket, { failure }: Outcome): Bucket {
  if (!failure) buckets.set(bucket.name, bucket);
  return buckets.get(bucket.name)!;
}

/** Starts an operation that ends at once. */
function operationOn(account: Account, { name, regionName }: Bucket, operationType: string, { failure }: Outcome) {
  return [describeOperation(account, startOperation(account, { resourceName: name, resourceType: 'Bucket', regionName, operationType, seconds: 0, failure }))];
}
