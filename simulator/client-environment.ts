import { DISTRIBUTION_REGION } from './state/account';

/** Signed with these, a request is as good as any other: nobody checks a signature here. */
export const CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' };

/** What points the AWS CLI, boto3 and the SDKs at a local Lightsail. */
export function clientEnvironment(url: string): Readonly<Record<string, string>> {
  return {
    AWS_ENDPOINT_URL_LIGHTSAIL: url,
    AWS_REGION: DISTRIBUTION_REGION,
    // The name that boto3 and the AWS CLI know.
    AWS_DEFAULT_REGION: DISTRIBUTION_REGION,
    AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
  };
}
