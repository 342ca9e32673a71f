import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { AwsConfiguration } from './aws';
import { calling } from './aws-errors';
import { cloudFormationClient } from './cloudformation/client';
import type { CloudFormation } from './cloudformation/cloudformation';
import { liveAccount } from './live/client';
import type { LiveAccount } from './live/live-account';
import { UserError } from './user-error';

/** What the commands read of AWS. */
export interface AwsPorts {
  readonly live: LiveAccount;
  cloudFormation(region: string): CloudFormation;
  /** The account of the credentials. */
  account(): Promise<string>;
  /** The Region of the AWS configuration. */
  region(): Promise<string>;
}

export function awsPorts(configuration: AwsConfiguration): AwsPorts {
  // This service is asked in the same Region as the stacks, or in any: the answer is the same.
  const sts = new STSClient({ ...configuration, ...(!process.env.AWS_REGION && { region: 'us-east-1' }) });
  return {
    live: liveAccount(configuration),
    cloudFormation: (region) => cloudFormationClient(configuration, region),
    account: () => calling('sts:GetCallerIdentity', async () => (await sts.send(new GetCallerIdentityCommand({}))).Account ?? ''),
    region: async () => {
      try {
        return await new STSClient(configuration).config.region();
      } catch {
        throw new UserError('no Region, got none in the AWS configuration; set AWS_REGION, or use --region');
      }
    },
  };
}
