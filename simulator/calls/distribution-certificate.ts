import { invalidInput } from '../errors';
import { Outcome, writableDistribution } from './call';
import { deploy } from './deployment';
import { Input } from '../model/operations';
import { attachedCertificate, enforceNoOther, enforceNotServed } from '../rules/certificate';
import { Account } from '../state/account';
import { describeOperation } from '../state/operations';

export function attachCertificate(account: Account, input: Input<'AttachCertificateToDistribution'>, outcome: Outcome) {
  const distribution = writableDistribution(account, 'AttachCertificateToDistribution', input.distributionName);
  const current = distribution.requested;
  enforceNoOther(current, input.certificateName);
  if (account.behaviour.attachAgain === 'refused') enforceNotServed(account, current, input.certificateName);
  const attached = attachedCertificate(account, current, input, outcome.certificateNotServed);
  const operation = deploy(account, distribution, 'AttachCertificateToDistribution', { ...current, ...attached }, outcome);
  return { operation: describeOperation(account, operation) };
}

export function detachCertificate(account: Account, { distributionName }: Input<'DetachCertificateFromDistribution'>, outcome: Outcome) {
  const distribution = writableDistribution(account, 'DetachCertificateFromDistribution', distributionName);
  if (distribution.requested.certificateName === undefined) throw invalidInput(`the distribution ${distributionName} has no certificate`);
  const requested = { ...distribution.requested, certificateName: undefined, alternativeDomainNames: [] };
  const operation = deploy(account, distribution, 'DetachCertificateFromDistribution', requested, outcome);
  return { operation: describeOperation(account, operation) };
}
