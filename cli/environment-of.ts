import type { AwsPorts } from './aws-ports';
import type { AssemblyStack } from './cloud-assembly/assembly-stack';
import type { Environment } from './cloudformation/environment';
import { UserError } from './user-error';

/** Returns the account and Region to which these credentials deploy a stack of the assembly. */
export async function environmentOf({ id, account, region }: AssemblyStack, aws: AwsPorts, callerAccount: string): Promise<Environment> {
  if (account !== undefined && account !== callerAccount) {
    throw new UserError(`${id}: another account, got credentials of ${callerAccount}; the stack is for ${account}; use the credentials of that account, for example with --profile, or name other stacks`);
  }
  return { account: callerAccount, region: region ?? await aws.region() };
}
