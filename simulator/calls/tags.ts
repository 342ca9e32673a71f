import { invalidInput, notFound } from '../errors';
import { Outcome } from './call';
import { Input } from '../model/operations';
import { mergedTags } from '../rules/tags';
import { Account } from '../state/account';
import { describeOperation, startOperation } from '../state/operations';
import { Tag } from '../state/tag';

export function tagResource(account: Account, { resourceName, resourceArn, tags }: Input<'TagResource'>, outcome: Outcome) {
  return changeTags(account, resourceName, resourceArn, (current) => mergedTags(current, tags), outcome);
}

export function untagResource(account: Account, { resourceName, resourceArn, tagKeys }: Input<'UntagResource'>, outcome: Outcome) {
  return changeTags(account, resourceName, resourceArn, (current) => current.filter(({ key }) => !tagKeys.includes(key)), outcome);
}

/** Tags change at once, whatever else is going on, and never start a deployment. */
function changeTags(
  account: Account,
  resourceName: string,
  resourceArn: string | undefined,
  change: (current: readonly Tag[]) => readonly Tag[],
  { failure }: Outcome,
) {
  const { distributions, certificates, behaviour } = account;
  const distribution = distributions.get(resourceName);
  const certificate = certificates.get(resourceName);
  const resource = distribution ?? certificate;
  if (!resource) throw notFound(behaviour.missingNameOnWrite, resourceName);
  if (resourceArn !== undefined && resourceArn !== resource.arn) throw invalidInput(`resourceArn is not that of ${resourceName}, got ${resourceArn}`);
  const tags = change(resource.tags);
  if (!failure && distribution) distributions.set(resourceName, { ...distribution, tags });
  if (!failure && certificate) certificates.set(resourceName, { ...certificate, tags });
  const operation = startOperation(account, {
    resourceName,
    resourceType: distribution ? 'Distribution' : 'Certificate',
    operationType: behaviour.tagOperationType || undefined,
    seconds: 0,
    failure,
  });
  return { operations: [describeOperation(account, operation)] };
}
