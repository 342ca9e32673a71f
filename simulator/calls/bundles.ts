import { Outcome, writableDistribution } from './call';
import { deploy } from './deployment';
import { Input } from '../model/operations';
import { bundles, newBundle } from '../rules/bundle';
import { Account } from '../state/account';
import { describeOperation } from '../state/operations';

export function updateDistributionBundle(account: Account, { distributionName, bundleId }: Input<'UpdateDistributionBundle'>, outcome: Outcome) {
  const { behaviour, clock, timing } = account;
  const distribution = writableDistribution(account, 'UpdateDistributionBundle', distributionName);
  const requested = newBundle(behaviour, distribution.requested, bundleId, clock.now());
  const deploymentSeconds = behaviour.bundleChangeDeploys ? timing.deploymentSeconds : 0;
  const operation = deploy(account, distribution, 'UpdateDistributionBundle', requested, outcome, deploymentSeconds);
  return { operation: describeOperation(account, operation) };
}

export function getDistributionBundles({ behaviour }: Account) {
  return { bundles: bundles.map((bundle) => ({ ...bundle, isActive: !behaviour.inactiveBundles.includes(bundle.bundleId) })) };
}
