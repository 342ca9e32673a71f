import { calling } from '../../cli/aws-errors';
import { UserError } from '../../cli/user-error';

const messageOf = async (error: Error & { readonly [member: string]: unknown }) =>
  calling('lightsail:GetDistributions', () => Promise.reject(error)).catch((thrown: unknown) => {
    expect(thrown).toBeInstanceOf(UserError);
    return (thrown as Error).message;
  });

const named = (name: string, message = '', more: object = { $metadata: { httpStatusCode: 400 } }) => Object.assign(new Error(message), { name, ...more });

it.each([
  [named('CredentialsProviderError', 'Could not load credentials from any providers', {}),
    'no usable AWS credentials, got "Could not load credentials from any providers"; '
    + 'configure them as for the AWS CLI (aws configure, aws sso login, or AWS_PROFILE), or use --profile'],
  [named('ExpiredTokenException', 'The security token included in the request is expired'),
    'the AWS credentials have expired; get new ones, for example with aws sso login'],
  [named('UnrecognizedClientException'), 'AWS does not accept the credentials, got UnrecognizedClientException; check the profile and the account'],
  [named('AccessDeniedException', 'User: arn:aws:iam::123456789012:user/ada is not authorized\nmore'),
    'access denied, got "User: arn:aws:iam::123456789012:user/ada is not authorized"; attach the policy of the README to the user or role'],
  [named('ThrottlingException', 'Rate exceeded'), 'throttled by AWS after all retries; wait a minute and run the command again'],
  [named('Error', 'connect ECONNREFUSED', { code: 'ECONNREFUSED' }), 'no connection to AWS, got ECONNREFUSED; check the network and the proxy, and run the command again'],
  [named('TimeoutError', 'timed out', {}), 'no connection to AWS, got TimeoutError; check the network and the proxy, and run the command again'],
  [named('InvalidInputException', 'Bad.'), 'InvalidInputException: Bad.'],
])('%s', async (error, expected) => {
  expect(await messageOf(error as never)).toBe(`lightsail:GetDistributions: ${expected}`);
});

it('passes on what a call returns, and an error that is for users already', async () => {
  expect(await calling('a', async () => 1)).toBe(1);
  const error = new UserError('known');
  await expect(calling('a', () => Promise.reject(error))).rejects.toBe(error);
});
