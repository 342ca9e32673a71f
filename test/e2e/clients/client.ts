/** The result of a call in a client: the output, or the exception with the name that the client gives it. */
export type Answer =
  | { readonly output: Readonly<Record<string, unknown>>; readonly error?: undefined }
  | { readonly output?: undefined; readonly error: { readonly name: string; readonly message: string; readonly modelled?: boolean } };

/** A Lightsail client that is not part of this repository. */
export interface Client {
  call(operation: string, input: object): Promise<Answer>;
  close(): void;
}

/** The environment in which a client uses the simulator. It excludes the AWS configuration of the machine. */
export function environmentFor(url: string, region = 'us-east-1'): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    AWS_ENDPOINT_URL_LIGHTSAIL: url,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'example',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    // A client that retries would not return the error, because a fault occurs once.
    AWS_MAX_ATTEMPTS: '1',
  };
}
