import type { CreateDistributionRequest } from '@aws-sdk/client-lightsail';
import { createStep } from '../../../lambda/distribution/create-step';
import { isEquivalent } from '../../../lambda/distribution/equivalence';
import { SETTING_NAMES, type SettingName, type Settings } from '../../../lambda/distribution/settings';
import { EXAMPLES } from '../examples';
import { OWNED, REQUEST } from '../request-for-my-cdn';

const AT = REQUEST.startedAt;

function inputFor(desired: Settings, tags = OWNED.tags): CreateDistributionRequest {
  const owned = { ...OWNED, tags };
  const step = createStep({ ...REQUEST, desired, owned }, owned, AT);
  expect(step.call).toBe('CreateDistribution');
  return JSON.parse(JSON.stringify(step.input));
}

const NAMED: Settings = { 'origin.name': 'web' };
const SILENT = {
  distributionName: 'my-cdn',
  bundleId: 'small_1_0',
  defaultCacheBehavior: { behavior: 'cache' },
  origin: { name: 'web', regionName: 'eu-west-1' },
  tags: [
    { key: 'cdk-lightsail-distribution:owner', value: 'created stack/Cdn' },
    { key: expect.stringMatching(/^cdk-lightsail-distribution:request:[0-9a-f]{12}$/), value: '1000000 mine CreateDistribution@1000000' },
  ],
};

test('defaults: the Region of the stack, the small bundle, and everything cached', () => {
  expect(inputFor(NAMED)).toEqual(SILENT);
});

test('the template overrides the defaults', () => {
  expect(inputFor({ ...NAMED, 'origin.regionName': 'us-east-1', 'bundleId': 'large_1_0', 'defaultCacheBehavior': 'dont-cache' })).toEqual({
    ...SILENT, bundleId: 'large_1_0', defaultCacheBehavior: { behavior: 'dont-cache' }, origin: { name: 'web', regionName: 'us-east-1' },
  });
});

test('tags are part of the call, except those without a value, which Lightsail refuses here', () => {
  expect(inputFor(NAMED, [{ key: 'team', value: 'web' }, { key: 'alone', value: '' }]).tags).toEqual([{ key: 'team', value: 'web' }, ...SILENT.tags]);
});

test('a certificate is sent without `useDefaultCertificate`, which the call does not have', () => {
  expect(inputFor({ ...NAMED, certificateName: 'cert-1' })).toEqual({ ...SILENT, certificateName: 'cert-1' });
});

/** The path of each setting in the call. */
const PLACE: Partial<Record<SettingName, readonly string[]>> = { defaultCacheBehavior: ['defaultCacheBehavior', 'behavior'] };

describe.each(SETTING_NAMES.filter((name) => name !== 'isEnabled'))('%s', (name) => {
  const values = EXAMPLES[name].values as readonly unknown[];
  test.each(values.map((value) => [value]))('%j', (value) => {
    const place = PLACE[name] ?? name.split('.');
    const input = inputFor({ ...NAMED, [name]: value });
    const carried = place.reduce<unknown>((part, member) => (part as Record<string, unknown> | undefined)?.[member], input);
    // A new distribution does not have an empty or disabled setting anyway, and Lightsail may refuse such a value in this call.
    expect(carried).toEqual(value === false || isEquivalent(value, undefined) ? undefined : value);
  });
});

test.each([true, false])('the call never has isEnabled: %j', (isEnabled) => {
  expect(inputFor({ ...NAMED, isEnabled })).toEqual(SILENT);
});

test('the step describes everything that it sends', () => {
  const request = { ...REQUEST, desired: { ...NAMED, defaultRootObject: 'index.html' } };
  expect(createStep(request, OWNED, AT).changes).toEqual([
    { setting: 'origin.name', current: undefined, desired: 'web' }, { setting: 'defaultRootObject', current: '', desired: 'index.html' },
  ]);
});
