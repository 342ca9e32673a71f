import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { type AwsConfiguration, DISTRIBUTION_REGION } from './aws';
import { calling } from './aws-errors';
import { cloudFormationClient } from './cloudformation/client';
import type { CloudFormation } from './cloudformation/cloudformation';
import { liveAccount } from './live/client';
import type { LiveAccount } from './live/live-account';
import { UserError } from './user-error';

/** The reads that the commands make in AWS. */
export interface AwsPorts {
  readonly live: LiveAccount;
  cloudFormation(region: string): CloudFormation;
  /** Returns the account of the credentials. */
  account(): Promise<string>;
  /** Returns the Region of the AWS configuration. */
  region(): Promise<string>;
}

export function awsPorts(configuration: AwsConfiguration): AwsPorts {
  // The response is the same in every Region.
  const sts = new STSClient({ ...configuration, region: DISTRIBUTION_REGION });
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
