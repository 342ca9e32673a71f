import { invalidInput, notFound, ServiceError } from '../errors';
import { Input, OperationName } from '../model/operations';
import { NotServed } from '../rules/certificate';
import { Account, DISTRIBUTION_REGION } from '../state/account';
import { Distribution, isBusy } from '../state/distribution';
import { OperationFailure } from '../state/operation';

/** The effect that a fault has on a call that the service accepts. */
export interface Outcome {
  readonly failure?: OperationFailure;
  readonly certificateNotServed?: NotServed;
  readonly isStale?: boolean;
}

export const asExpected: Outcome = {};

/** `regionName` is the Region that the request is signed for. */
export type Call<O extends OperationName> = (account: Account, input: Input<O>, outcome: Outcome, regionName: string) => object;

export function existingDistribution({ distributions, behaviour }: Account, distributionName: string): Distribution {
  const distribution = distributions.get(distributionName);
  if (!distribution) throw notFound(behaviour.missingNameOnWrite, distributionName);
  return distribution;
}

/** Returns the distribution, or throws an error if it does not exist or its deployment refuses the operation. */
export function writableDistribution(account: Account, operation: OperationName, distributionName: string): Distribution {
  const distribution = existingDistribution(account, distributionName);
  const { refusedWhileBusy, busyError, busyPhrase } = account.behaviour;
  if (refusedWhileBusy.includes(operation) && isBusy(distribution, account.clock.now())) {
    throw new ServiceError(busyError, `The distribution ${distributionName} is being changed. ${busyPhrase}.`);
  }
  return distribution;
}

export function enforceFreeName(account: Account, name: string, regionName = DISTRIBUTION_REGION): void {
  if (account.nameIsTaken(name, regionName)) throw invalidInput(`Some names are already in use: ${name}`);
}
