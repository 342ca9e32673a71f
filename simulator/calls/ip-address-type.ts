import { invalidInput, notFound } from '../errors';
import { Outcome, writableDistribution } from './call';
import { deploy } from './deployment';
import { Input } from '../model/operations';
import { Account } from '../state/account';
import { describeOperation } from '../state/operations';

export function setIpAddressType(account: Account, { resourceType, resourceName, ipAddressType }: Input<'SetIpAddressType'>, outcome: Outcome) {
  // The simulator has instances and load balancers only as the names of origins.
  if (resourceType !== 'Distribution') throw notFound(account.behaviour.missingNameOnWrite, resourceName);
  const distribution = writableDistribution(account, 'SetIpAddressType', resourceName);
  if (ipAddressType === 'ipv6') throw invalidInput('ipAddressType of a distribution must be one of ipv4 | dualstack, got "ipv6"');
  const operation = deploy(account, distribution, 'SetIpAddressType', { ...distribution.requested, ipAddressType }, outcome);
  return { operations: [describeOperation(account, operation)] };
}
