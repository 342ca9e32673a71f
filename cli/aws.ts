import type { Arguments, Option } from './command';

/** The options of every command that calls AWS. */
export const AWS_OPTIONS = {
  profile: { type: 'string', value: 'NAME', description: 'Profile of the AWS configuration files; by default as for the AWS CLI' },
} as const satisfies Readonly<Record<string, Option>>;

/** The configuration of the SDK clients. They find credentials by the default chain of the AWS tools. */
export interface AwsConfiguration {
  readonly profile?: string;
}

export function awsConfiguration(given: Arguments): AwsConfiguration {
  const profile = given.text('profile');
  return profile === undefined ? {} : { profile };
}

/** The API for distributions exists in this Region only. */
export const DISTRIBUTION_REGION = 'us-east-1';
