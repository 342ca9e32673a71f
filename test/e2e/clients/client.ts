/** What a client makes of a call: the output as it shows it, or the exception as it names it. */
export type Answer =
  | { readonly output: Readonly<Record<string, unknown>>; readonly error?: undefined }
  | { readonly output?: undefined; readonly error: { readonly name: string; readonly message: string; readonly modelled?: boolean } };

/** A Lightsail client that is not ours. */
export interface Client {
  call(operation: string, input: object): Promise<Answer>;
  close(): void;
}

/** All that points a client at the simulator; nothing of the machine's own configuration comes in. */
export function environmentFor(url: string, region = 'us-east-1'): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    AWS_ENDPOINT_URL_LIGHTSAIL: url,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'example',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    // A client that tries again would meet a fault only once.
    AWS_MAX_ATTEMPTS: '1',
  };
}
