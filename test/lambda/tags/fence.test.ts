import type { Request } from '../../../lambda/distribution/request';
import type { WriteCall } from '../../../lambda/lightsail/writes';
import { fenceOf, fenceTag, isOfCreation } from '../../../lambda/tags/fence';
import { REQUEST as FOR_MY_CDN } from '../request-for-my-cdn';

/** A request with values of the maximum length. */
const REQUEST: Request = {
  ...FOR_MY_CDN,
  id: '0b5f8a1e-8f5e-4b5c-9a53-3d9ddc1f6e11',
  resource: 'arn:aws:cloudformation:eu-west-1:111122223333:stack/web/1/Cdn',
  startedAt: 1_800_000_000_000,
};

test('a fence reads back as it was written', () => {
  const sent = [{ call: 'UpdateDistributionBundle', at: 1_800_000_000_123 }, { call: 'UpdateDistribution', at: 1_800_000_300_456 }] as const;
  const tags = [{ key: 'team', value: 'web' }, fenceTag(REQUEST, sent)];
  const fence = { requestId: REQUEST.id, startedAt: REQUEST.startedAt };
  expect(fenceOf(REQUEST.resource, { tags })).toEqual({ ...fence, sent });
  expect(fenceOf(REQUEST.resource, { tags: [fenceTag(REQUEST, [])] })).toEqual({ ...fence, sent: [] });
});

test('tags of other resources are no fence', () => {
  expect(fenceOf(REQUEST.resource, {})).toBeUndefined();
  expect(fenceOf(REQUEST.resource.replace('stack/web', 'stack/api'), { tags: [fenceTag(REQUEST, [])] })).toBeUndefined();
});

test.each(['', 'not a fence', '1 mine UpdateDistribution', '1 mine UpdateDistribution@5 ', ' 1 mine', '1 mine\nUpdateDistribution@5'])('a malformed value is no fence: %j', (value) => {
  expect(fenceOf(REQUEST.resource, { tags: [{ key: fenceTag(REQUEST, []).key, value }] })).toBeUndefined();
});

test('a fence with CreateDistribution is the one of a creation', () => {
  const of = (...calls: WriteCall[]) => isOfCreation({ requestId: 'mine', startedAt: 1, sent: calls.map((call) => ({ call, at: 1 })) });
  expect([of(), of('UpdateDistribution'), of('CreateDistribution'), of('CreateDistribution', 'UpdateDistribution')]).toEqual([false, false, true, true]);
});

test('Lightsail accepts the tag, even of a request with every step', () => {
  const calls = [
    'CreateDistribution', 'UpdateDistribution', 'AttachCertificateToDistribution', 'SetIpAddressType', 'UpdateDistributionBundle',
  ] as const;
  const { key, value } = fenceTag(REQUEST, calls.map((call) => ({ call, at: 1_800_000_000_000 })));
  expect(key).toMatch(/^cdk-lightsail-distribution:request:[0-9a-f]{12}$/);
  expect(key!.length).toBeLessThanOrEqual(128);
  expect(value!.length).toBeLessThanOrEqual(256);
  expect(`${key}${value}`).toMatch(/^[\p{L}\d +\-=._:/@]+$/u);
});
