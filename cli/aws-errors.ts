import { UserError } from './user-error';

interface AwsError extends Error {
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly code?: string;
}

/** Makes an SDK call. An error becomes a one-line message that says what to do. */
export async function calling<T>(call: string, send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    throw error instanceof UserError ? error : new UserError(describeAwsError(call, error as AwsError));
  }
}

function describeAwsError(call: string, error: AwsError): string {
  const { name, message } = error;
  if (name === 'CredentialsProviderError' || name === 'TokenProviderError') {
    return `${call}: no usable AWS credentials, got "${firstSentence(message)}"; configure them as for the AWS CLI (aws configure, aws sso login, or AWS_PROFILE), or use --profile`;
  }
  if (/^ExpiredToken|^RequestExpired/.test(name)) return `${call}: the AWS credentials have expired; get new ones, for example with aws sso login`;
  if (/^(InvalidClientTokenId|UnrecognizedClient|InvalidSignature|SignatureDoesNotMatch|Unauthenticated)/.test(name)) {
    return `${call}: AWS does not accept the credentials, got ${name}; check the profile and the account`;
  }
  if (/^AccessDenied|^UnauthorizedOperation/.test(name)) {
    return `${call}: access denied, got "${firstSentence(message)}"; attach the policy of the permissions guide to the user or role`;
  }
  if (/^(Throttling|TooManyRequests|RequestLimitExceeded)/.test(name)) return `${call}: throttled by AWS after all retries; wait a minute and run the command again`;
  if (error.$metadata?.httpStatusCode === undefined && (error.code !== undefined || name === 'TimeoutError')) {
    return `${call}: no connection to AWS, got ${error.code ?? name}; check the network and the proxy, and run the command again`;
  }
  return `${call}: ${name}: ${message}`;
}

function firstSentence(text: string): string {
  return text.split('\n')[0];
}
