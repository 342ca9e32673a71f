import { Outcome } from './call';
import { Account } from '../state/account';
import { Distribution, DistributionSettings } from '../state/distribution';
import { Operation } from '../state/operation';
import { startOperation } from '../state/operations';

/** Deploys settings to the edge: starts an operation, and makes the distribution refuse other writes until the deployment has completed. */
export function deploy(
  account: Account,
  distribution: Distribution,
  operationType: string,
  requested: DistributionSettings,
  { failure }: Outcome,
  deploymentSeconds = account.timing.deploymentSeconds,
): Operation {
  const { clock, timing, behaviour } = account;
  const now = clock.now();
  const operationEnd = now + timing.operationSeconds * 1000;
  const deployed = now + deploymentSeconds * 1000;
  const deployment = {
    // A new distribution has no earlier status, so the status lag does not apply.
    shownFrom: account.distributions.has(distribution.name) ? now + behaviour.statusLagSeconds * 1000 : now,
    deployedAt: failure ? Math.min(deployed, operationEnd) : deployed,
    idleAt: failure ? operationEnd : Math.max(deployed, operationEnd),
    formerCertificateName: distribution.deployed.certificateName,
  };
  account.distributions.set(distribution.name, { ...distribution, requested, deployment, heldStatus: undefined });
  return startOperation(account, {
    resourceName: distribution.name,
    resourceType: 'Distribution',
    operationType,
    seconds: timing.operationSeconds,
    failure,
    end: () => endDeployment(account, distribution, failure === undefined),
  });
}

function endDeployment(account: Account, { name, arn }: Distribution, succeeded: boolean): void {
  const distribution = account.distributions.get(name);
  // The distribution may have been deleted meanwhile, and another one may have its name.
  if (distribution?.arn !== arn) return;
  const { deployed, requested } = distribution;
  account.distributions.set(name, succeeded ? { ...distribution, deployed: requested } : { ...distribution, requested: deployed });
}
