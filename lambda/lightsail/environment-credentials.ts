import { fromEnv } from '@aws-sdk/credential-provider-env';

/** Replaces the default credential chain of the SDK in the bundle: Lambda always passes credentials in the environment. */
export const defaultProvider = () => fromEnv();
