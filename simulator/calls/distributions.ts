import { invalidInput } from '../errors';
import { enforceFreeName, Outcome, writableDistribution } from './call';
import { deploy } from './deployment';
import { describeDistribution } from './describe-distribution';
import { Input } from '../model/operations';
import { enforceBundle } from '../rules/bundle';
import { newOrigin } from '../rules/origin';
import { newSettings } from '../rules/settings';
import { mergedTags } from '../rules/tags';
import { Account } from '../state/account';
import { defaultSettings, Distribution } from '../state/distribution';
import { newDistribution } from '../state/new-distribution';
import { describeOperation, startOperation } from '../state/operations';

export function createDistribution(account: Account, input: Input<'CreateDistribution'>, outcome: Outcome) {
  const { distributionName, bundleId, origin, ipAddressType, tags = [], subdomainName, certificateName } = input;
  enforceFreeName(account, distributionName);
  if (account.distributions.size >= 20) throw invalidInput('an account can have 20 distributions');
  enforceBundle(account.behaviour, bundleId);
  const defaults = defaultSettings(newOrigin(account, undefined, origin, input.enablePrivateOriginAccess));
  const settings = newSettings(
    account,
    { ...defaults, bundleId, ipAddressType: ipAddressType ?? defaults.ipAddressType },
    // CreateDistribution has no useDefaultCertificate. It attaches the certificate that the input names.
    { ...input, ...(certificateName !== undefined && { useDefaultCertificate: false }) },
    outcome.certificateNotServed,
  );
  if (tags.some(({ value }) => !value)) throw invalidInput('the value of a tag must have at least 1 character');
  const endsAt = account.clock.now() + account.timing.operationSeconds * 1000;
  const created: Distribution = {
    ...newDistribution(account, distributionName, settings, mergedTags([], tags)),
    subdomain: subdomainName === undefined ? undefined : { name: subdomainName, endsAt, failure: outcome.failure },
  };
  const operation = deploy(account, created, 'CreateDistribution', settings, outcome);
  return {
    distribution: describeDistribution(account, account.distributions.get(distributionName)!),
    operation: describeOperation(account, operation),
  };
}

export function updateDistribution(account: Account, input: Input<'UpdateDistribution'>, outcome: Outcome) {
  const distribution = writableDistribution(account, 'UpdateDistribution', input.distributionName);
  const isEmpty = Object.keys(input).length === 1;
  if (isEmpty && !account.behaviour.emptyUpdateDeploys) {
    const operation = startOperation(account, {
      resourceName: distribution.name, resourceType: 'Distribution', operationType: 'UpdateDistribution', seconds: 0, failure: outcome.failure,
    });
    return { operation: describeOperation(account, operation) };
  }
  const requested = newSettings(account, distribution.requested, input, outcome.certificateNotServed);
  return { operation: describeOperation(account, deploy(account, distribution, 'UpdateDistribution', requested, outcome)) };
}

/** A distribution can be deleted without being disabled first. */
export function deleteDistribution(account: Account, { distributionName }: Input<'DeleteDistribution'>, { failure }: Outcome) {
  const distribution = writableDistribution(account, 'DeleteDistribution', distributionName);
  const now = account.clock.now();
  const goneAt = now + account.timing.operationSeconds * 1000;
  const deployment = { shownFrom: now + account.behaviour.statusLagSeconds * 1000, deployedAt: goneAt, idleAt: goneAt, isDeletion: true };
  account.distributions.set(distributionName, { ...distribution, deployment, heldStatus: undefined });
  const operation = startOperation(account, {
    resourceName: distributionName,
    resourceType: 'Distribution',
    operationType: 'DeleteDistribution',
    seconds: account.timing.operationSeconds,
    failure,
    end: () => {
      if (!failure && account.distributions.get(distributionName)?.arn === distribution.arn) account.distributions.delete(distributionName);
    },
  });
  return { operation: describeOperation(account, operation) };
}
