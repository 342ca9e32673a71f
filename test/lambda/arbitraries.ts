import * as fc from 'fast-check';
import { EXAMPLES } from './examples';
import type { Settings } from '../../lambda/distribution/settings';
import type { ServiceBehaviour } from '../../simulator';

/** Any selection of settings, each with one of its example values. */
export const anySettings: fc.Arbitrary<Settings> = fc.record(
  Object.fromEntries(Object.entries(EXAMPLES).map(([name, { values }]) => [name, fc.constantFrom<unknown>(...values)])),
  { requiredKeys: [] },
) as fc.Arbitrary<Settings>;

/** Settings that go together: Lightsail refuses others, and tests of the handler show how that is reported. */
export const acceptableSettings = anySettings.map((settings): Settings => ({
  ...settings,
  // WAF needs a bigger bundle, and rules need WAF.
  'bundleId': settings.enableWaf || settings.wafRules ? 'large_1_0' : settings.bundleId ?? 'large_1_0',
  'enableWaf': settings.wafRules ? true : settings.enableWaf ?? false,
  // The smallest of the three times must stay the smallest, beside whatever the others are.
  'cacheBehaviorSettings.minimumTTL': 0,
  'cacheBehaviorSettings.maximumTTL': settings['cacheBehaviorSettings.maximumTTL'] ?? 31_536_000,
  // A bucket is reached over HTTPS only.
  'origin.protocolPolicy': 'https-only',
}));

/** Answers to the open questions about the service that a client cannot go by. */
export const anyBehaviour: fc.Arbitrary<Partial<ServiceBehaviour>> = fc.record({
  successStatus: fc.constantFrom('Succeeded', 'Completed'),
  firstOperationStatus: fc.constantFrom('Started', 'NotStarted'),
  inProgressStatus: fc.constantFrom('InProgress', 'In Progress', 'IN_PROGRESS', 'Updating', ''),
  deployedStatus: fc.constantFrom('Deployed', 'deployed', 'Enabled'),
  statusLagSeconds: fc.constantFrom(0, 15),
  newSettingsShown: fc.constantFrom('atOnce', 'whenDeployed'),
  omittedOriginMembers: fc.constantFrom('default', 'unchanged'),
  omittedUseDefaultCertificate: fc.constant('unchanged'),
  certificateNameAlone: fc.constantFrom('attaches', 'notServed'),
  emptyAllowLists: fc.constantFrom('empty', 'missing'),
  bundleChangeDeploys: fc.boolean(),
  tagOperationType: fc.constantFrom('', 'TagResource'),
  pageSize: fc.constantFrom(1, 200),
}, { requiredKeys: [] });

/** The same value with every list in it in another order. */
export function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return [...value].reverse().map(reordered);
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).reverse().map(([name, one]) => [name, reordered(one)]));
  return value;
}
