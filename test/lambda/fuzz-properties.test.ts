import * as fc from 'fast-check';
import { anySettings } from './arbitraries';
import { asCloudFormationSends, nested } from './cloudformation-strings';
import { anyMutations, isReadable, mutated } from './mutations';
import { eventOf, OneCall, propertiesOf, resetPropertiesOf, SETTINGS_OF_ANOTHER } from './one-call';
import { isValidOfDistribution, isValidOfReset, isValidOfSettings } from './valid-input';
import { CACHE_RESET } from '../../lambda/cache-reset/controller';
import { DISTRIBUTION } from '../../lambda/distribution/name';

beforeAll(() => void jest.spyOn(console, 'info').mockImplementation(() => undefined));

const VALID: Readonly<Record<string, (value: unknown) => boolean>> = {
  [DISTRIBUTION]: isValidOfDistribution, [SETTINGS_OF_ANOTHER]: isValidOfSettings, [CACHE_RESET]: isValidOfReset,
};

/** Valid properties of settings, as strings as CloudFormation sends them, or with their original types. */
const anySettingsProperties = fc.tuple(fc.constantFrom(DISTRIBUTION, SETTINGS_OF_ANOTHER), anySettings, fc.boolean(), fc.boolean())
  .map(([type, settings, isGenerated, asStrings]) => {
    const isOwned = type === DISTRIBUTION;
    const { distributionName, ...properties } = propertiesOf(type, nested({ 'origin.name': 'web-1', ...settings }), {
      reconciledAt: '2026-01-01T00:00:00Z',
      ...(isOwned && { tags: [{ key: 'team', value: 'web' }, { key: 'alone', value: '' }] }),
    });
    const whole = { ...(!(isOwned && isGenerated) && { distributionName }), ...properties };
    return { type, properties: asStrings ? asCloudFormationSends(whole) as typeof properties : whole };
  });

const anyResetProperties = fc.record({
  triggers: fc.array(fc.string(), { maxLength: 3 }), waitForCompletion: fc.boolean(), timeoutSeconds: fc.integer({ min: 1, max: 3_000 }),
}).map((more) => ({ type: CACHE_RESET, properties: resetPropertiesOf(more) }));

const anyProperties = fc.oneof({ weight: 3, arbitrary: anySettingsProperties }, { weight: 1, arbitrary: anyResetProperties });

/** Valid properties. */
const soundPropertiesOf = (type: string) => (type === CACHE_RESET ? resetPropertiesOf() : propertiesOf(type, { isEnabled: 'false' }));

describe('fuzzed resource properties', () => {
  test('law: of Create and Update they are refused before any call, with their path, if and only if they are invalid', async () => {
    await fc.assert(fc.asyncProperty(fc.constantFrom('Create', 'Update'), anyProperties, anyMutations, async (requestType, { type, properties }, wrong) => {
      const ResourceProperties = mutated(properties, wrong);
      const isValid = VALID[type](ResourceProperties);
      const { error, calls } = await new OneCall().outcome(eventOf(requestType, type, {
        ResourceProperties, ...(requestType === 'Update' && { OldResourceProperties: properties }),
      }));
      if (isValid) expect(error?.name ?? 'none').toMatch(/^(none|RequestFailed)$/);
      else expect({ name: error?.name, calls }).toEqual({ name: 'InputError', calls: [] });
      if (error) expect(isReadable(error.message, /^[\w-]+: /)).toBe(true);
    }), { seed: 1, numRuns: 1_500 });
  });

  test('law: the old ones never block an update, whatever is wrong with them', async () => {
    await fc.assert(fc.asyncProperty(anyProperties, anyMutations, async ({ type, properties }, wrong) => {
      const { error, touched } = await new OneCall().outcome(eventOf('Update', type, {
        ResourceProperties: soundPropertiesOf(type), OldResourceProperties: mutated(properties, wrong),
      }));
      expect(error).toBeUndefined();
      expect(touched.filter((name) => name !== 'my-cdn')).toEqual([]);
    }), { seed: 2, numRuns: 700 });
  });

  test('law: of Delete they never block the deletion of a stack, and only an owned distribution is deleted', async () => {
    await fc.assert(fc.asyncProperty(anyProperties, anyMutations, fc.boolean(), async ({ type, properties }, wrong, isCancelled) => {
      const { error, touched, writes } = await new OneCall().outcome(eventOf('Delete', type, {
        // CloudFormation generates such an id for a create that it cancelled.
        ...(isCancelled && { PhysicalResourceId: 'web-Cdn-1ABC' }), ResourceProperties: mutated(properties, wrong),
      }));
      expect(error).toBeUndefined();
      expect(touched.filter((name) => name !== 'my-cdn')).toEqual([]);
      expect(writes).toEqual(type === DISTRIBUTION && !isCancelled ? ['DeleteDistribution'] : []);
    }), { seed: 3, numRuns: 700 });
  });
});
