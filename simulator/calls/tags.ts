import { invalidInput, notFound } from '../errors';
import { Outcome } from './call';
import { Input } from '../model/operations';
import { mergedTags } from '../rules/tags';
import { Account, DISTRIBUTION_REGION } from '../state/account';
import { describeOperation, startOperation } from '../state/operations';
import { Tag } from '../state/tag';

export function tagResource(account: Account, input: Input<'TagResource'>, outcome: Outcome, regionName: string) {
  const { resourceName, resourceArn, tags } = input;
  const resource = findTagged(account, resourceName, resourceArn, regionName);
  return changeTags(account, resource, mergedTags(resource.tags, tags), outcome, regionName);
}

export function untagResource(account: Account, input: Input<'UntagResource'>, outcome: Outcome, regionName: string) {
  const { resourceName, resourceArn, tagKeys } = input;
  const resource = findTagged(account, resourceName, resourceArn, regionName);
  return changeTags(account, resource, resource.tags.filter(({ key }) => !tagKeys.includes(key)), outcome, regionName);
}

/** Changes tags at once, even if the resource is busy. A change of tags never starts a deployment. */
function changeTags(
  account: Account,
  { resourceName, resourceType, replaceTags }: Tagged,
  tags: readonly Tag[],
  { failure }: Outcome,
  regionName: string,
) {
  if (!failure) replaceTags(tags);
  const operationType = account.behaviour.tagOperationType || undefined;
  const operation = startOperation(account, { resourceName, resourceType, regionName, operationType, seconds: 0, failure });
  return { operations: [describeOperation(account, operation)] };
}

/** A resource of any kind that has tags. */
interface Tagged {
  readonly resourceName: string;
  readonly resourceType: string;
  readonly arn: string;
  readonly tags: readonly Tag[];
  readonly replaceTags: (tags: readonly Tag[]) => void;
}

function findTagged(account: Account, name: string, resourceArn: string | undefined, regionName: string): Tagged {
  const { distributions, certificates, buckets, behaviour } = account;
  const inDistributionRegion = taggedIn(distributions, name, 'Distribution') ?? taggedIn(certificates, name, 'Certificate');
  const bucket = account.bucket(name, regionName) && taggedIn(buckets, name, 'Bucket');
  const resource = bucket ?? (regionName === DISTRIBUTION_REGION ? inDistributionRegion : undefined);
  if (!resource) throw notFound(behaviour.missingNameOnWrite, name);
  if (resourceArn !== undefined && resourceArn !== resource.arn) throw invalidInput(`resourceArn is not that of ${name}, got ${resourceArn}`);
  return resource;
}

function taggedIn<R extends Pick<Tagged, 'arn' | 'tags'>>(resources: Map<string, R>, resourceName: string, resourceType: string): Tagged | undefined {
  const resource = resources.get(resourceName);
  if (!resource) return undefined;
  const { arn, tags } = resource;
  return { resourceName, resourceType, arn, tags, replaceTags: (replaced) => resources.set(resourceName, { ...resource, tags: replaced }) };
}
