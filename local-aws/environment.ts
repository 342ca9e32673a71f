import { delimiter, join } from 'node:path';

export const ROOT = join(__dirname, '..');

export const ACCOUNT = '111122223333';

/** The default Region of a stack. It differs from the Region of Lightsail, so that every test makes calls to another Region. */
export const REGION = 'eu-west-1';

/** The environment of a child process, without the credentials, endpoints and profiles of a real account. */
export function isolated(folder: string): NodeJS.ProcessEnv {
  return {
    PATH: [join(ROOT, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
    HOME: process.env.HOME,
    TMPDIR: folder,
    NO_PROXY: '127.0.0.1',
  };
}

/** The environment of a client of the local AWS: the CDK CLI, the apps that it runs, and the AWS CLI. */
export function clientEnvironment(folder: string, endpoint: string): NodeJS.ProcessEnv {
  return {
    ...isolated(folder),
    AWS_ENDPOINT_URL: endpoint,
    AWS_ENDPOINT_URL_S3: endpoint,
    // MiniStack uses an access key id of twelve digits as the account id.
    AWS_ACCESS_KEY_ID: ACCOUNT,
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_PAGER: '',
    CDK_DEFAULT_ACCOUNT: ACCOUNT,
    CDK_DEFAULT_REGION: REGION,
    CDK_HOME: join(folder, 'cdk-home'),
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    CDK_DISABLE_VERSION_CHECK: '1',
    // Makes the CLI write its progress to the standard output, line by line.
    CI: 'true',
  };
}
