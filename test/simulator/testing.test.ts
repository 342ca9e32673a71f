import { GetDistributionsCommand, LightsailClient } from '@aws-sdk/client-lightsail';
import { type LocalLightsail, type LocalLightsailOptions, startLocalLightsail } from '../../simulator/testing';

let lightsail: LocalLightsail;
const start = async (options?: LocalLightsailOptions) => {
  lightsail = await startLocalLightsail(options);
};
afterEach(() => lightsail.close());

test('a client of the SDK reads what the seed has', async () => {
  await start({ seed: { distributions: { shop: {} } }, account: '111122223333' });
  const client = new LightsailClient(lightsail.clientOptions);
  expect((await client.send(new GetDistributionsCommand({}))).distributions)
    .toMatchObject([{ name: 'shop', arn: expect.stringContaining(':111122223333:') as string }]);
  expect(lightsail.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(lightsail.environment).toMatchObject({ AWS_ENDPOINT_URL_LIGHTSAIL: lightsail.url, AWS_REGION: 'us-east-1' });
});

test('a deployment takes a second', async () => {
  await start({ seed: { distributions: { shop: {} } }, clock: 'manual' });
  const status = async () => (await lightsail.control.distribution('shop')).status;
  await lightsail.control.changeOutsideStack('shop', { isEnabled: false }, { deploy: true });
  await lightsail.control.advance(0.9);
  expect(await status()).toBe('InProgress');
  await lightsail.control.advance(0.1);
  expect(await status()).toBe('Deployed');
});

test('a Route 53 that is not on this machine is refused', async () => {
  await start();
  await expect(startLocalLightsail({ route53Endpoint: 'https://example.com' })).rejects.toThrow('allowed is http://127.0.0.1:PORT');
});
