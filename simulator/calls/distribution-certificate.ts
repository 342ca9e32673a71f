import { invalidInput } from '../errors';
import { Outcome, writableDistribution } from './call';
import { deploy } from './deployment';
import { Input } from '../model/operations';
import { attachedCertificate } from '../rules/certificate';
import { Account } from '../state/account';
import { describeOperation } from '../state/operation';

export function attachCertificate(
  account: Account,
  { distributionName, certificateName }: Input<'AttachCertificateToDistribution'>,
  outcome: Outcome,
) {
  const distribution = writableDistribution(account, 'AttachCertificateToDistribution', distributionName);
  const current = distribution.requested;
  if (current.certificateName !== undefined && current.certificateName !== certificateName) {
    throw invalidInput(`the distribution has the certificate ${current.certificateName}; detach it first`);
  }
  const attached = attachedCertificate(account, distributionName, current, certificateName);
  const served = outcome.certificateNotServed ? { ...attached, alternativeDomainNames: [] } : attached;
  const operation = deploy(account, distribution, 'AttachCertificateToDistribution', { ...current, ...served }, outcome);
  return { operation: describeOperation(account, operation) };
}

export function detachCertificate(account: Account, { distributionName }: Input<'DetachCertificateFromDistribution'>, outcome: Outcome) {
  const distribution = writableDistribution(account, 'DetachCertificateFromDistribution', distributionName);
  if (distribution.requested.certificateName === undefined) throw invalidInput(`the distribution ${distributionName} has no certificate`);
  const requested = { ...distribution.requested, certificateName: undefined, alternativeDomainNames: [] };
  const operation = deploy(account, distribution, 'DetachCertificateFromDistribution', requested, outcome);
  return { operation: describeOperation(account, operation) };
}
