import { DISTRIBUTION_REGION } from './state/account';

/** Credentials for signing requests to the simulator, which does not check signatures. */
export const CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' };

/** The environment variables that configure the AWS CLI, boto3 and the SDKs for a local Lightsail. */
export function clientEnvironment(url: string): Readonly<Record<string, string>> {
  return {
    AWS_ENDPOINT_URL_LIGHTSAIL: url,
    AWS_REGION: DISTRIBUTION_REGION,
    // boto3 and the AWS CLI read this variable.
    AWS_DEFAULT_REGION: DISTRIBUTION_REGION,
    AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
  };
}
