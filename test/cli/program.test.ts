import { runProgram } from './program';
import { version } from '../../package.json';
import { startSimulator, type Simulator } from '../../simulator';

/** The published program in a separate process, and Lightsail over HTTP. */
let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ operationSeconds: 1, deploymentSeconds: 1 });
  await simulator.control.seedDistribution('my-cdn', {});
});
afterAll(() => simulator.close());
beforeEach(async () => {
  await simulator.control.clearFaults();
});

const run = (...args: readonly string[]) => runProgram(args, { AWS_ENDPOINT_URL_LIGHTSAIL: simulator.url });

it('prints its version and its commands', async () => {
  expect(await run('--version')).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: '' });
  expect((await run('--help')).stdout).toContain('watch ');
});

it('watches a distribution', async () => {
  expect(await run('watch', 'my-cdn')).toEqual({ exitCode: 0, stdout: 'deployed my-cdn\n', stderr: '' });
});

it.each([
  [['watch'], 'watch: the name of one distribution is required, got none'],
  [['watch', 'a', 'b'], 'watch: the name of one distribution is required, got a b'],
  [['watch', 'my-cdn', '--interval', 'often'], 'watch: --interval: not whole seconds, got often; 1 to 3600 are allowed'],
  [['watch', 'other'], 'other: no such distribution in us-east-1; check the name and the profile, or wait for its creation with --follow'],
])('%j is refused with one line', async (args, message) => {
  expect(await run(...args)).toEqual({ exitCode: 1, stdout: '', stderr: `error: ${message}\n` });
});

it('says which call is denied', async () => {
  await simulator.control.fault({ operation: 'GetDistributions', kind: 'accessDenied' });
  const { exitCode, stdout, stderr } = await run('watch', 'my-cdn');
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  expect(stderr).toMatch(/^error: lightsail:GetDistributions: access denied, got ".*"; attach the policy of the permissions guide to the user or role\n$/);
});

it.each([
  ['without credentials', [], { AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined }],
  ['with a profile that does not exist', ['--profile', 'nobody'], {}],
])('says what to do %s', async (_name, args, env) => {
  expect(await runProgram(['watch', 'my-cdn', ...args], { AWS_ENDPOINT_URL_LIGHTSAIL: simulator.url, HOME: __dirname, ...env })).toEqual({
    exitCode: 1,
    stdout: '',
    stderr: 'error: lightsail:GetDistributions: no usable AWS credentials, got "Could not load credentials from any providers"; '
      + 'configure them as for the AWS CLI (aws configure, aws sso login, or AWS_PROFILE), or use --profile\n',
  });
});
