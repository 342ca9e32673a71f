import { describeCertificate } from './certificates';
import { describeBucket } from './describe-bucket';
import { describeDistribution } from './describe-distribution';
import { Account } from '../state/account';
import { describeOperation } from '../state/operations';

/** All resources of an account, as the API returns each of them when a call names it. */
export function describeAccount(account: Account) {
  return {
    distributions: [...account.distributions.values()].map((distribution) => describeDistribution(account, distribution)),
    certificates: [...account.certificates.values()].map((certificate) => describeCertificate(account, certificate, true)),
    buckets: [...account.buckets.values()].map((bucket) => describeBucket(account, bucket, true)),
    operations: [...account.operations.values()].map((operation) => describeOperation(account, operation)),
  };
}

export type AccountDescription = ReturnType<typeof describeAccount>;
