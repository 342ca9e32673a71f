import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { LightsailClient } from '@aws-sdk/client-lightsail';
import { type AccountSeed, type LocalLightsail, startLocalLightsail } from 'cdk-lightsail-distribution/testing';
import { resetCaches } from './reset-caches';

const seed: AccountSeed = {
  distributions: {
    shop: { tags: [{ key: 'stage', value: 'production' }] },
    preview: { tags: [{ key: 'stage', value: 'test' }] },
  },
};

let lightsail: LocalLightsail;
let client: LightsailClient;

before(async () => {
  lightsail = await startLocalLightsail({ deploymentSeconds: 1 });
  client = new LightsailClient(lightsail.clientOptions);
});
beforeEach(() => lightsail.control.seed(seed));
after(() => lightsail.close());

test('resets the caches of the stage and no other', async () => {
  assert.deepEqual(await resetCaches(client, 'production'), ['shop']);

  const calls = await lightsail.control.calls();
  assert.deepEqual(calls.map(({ operation }) => operation), ['GetDistributions', 'ResetDistributionCache']);
  assert.deepEqual(calls[1].input, { distributionName: 'shop' });
});

test('tries again when Lightsail throttles', async () => {
  await lightsail.control.fault({ operation: 'ResetDistributionCache', kind: 'throttle' });

  assert.deepEqual(await resetCaches(client, 'production'), ['shop']);

  const calls = await lightsail.control.calls();
  assert.deepEqual(calls.map(({ outcome }) => outcome), ['ok', 'ThrottlingException', 'ok']);
});
