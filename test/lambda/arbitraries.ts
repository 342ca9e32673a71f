import * as fc from 'fast-check';
import { EXAMPLES } from './examples';
import type { Settings } from '../../lambda/distribution/settings';
import type { ServiceBehaviour } from '../../simulator';

/** A selection of settings, each with one of its example values. */
export const anySettings: fc.Arbitrary<Settings> = fc.record(
  Object.fromEntries(Object.entries(EXAMPLES).map(([name, { values }]) => [name, fc.constantFrom<unknown>(...values)])),
  { requiredKeys: [] },
) as fc.Arbitrary<Settings>;

/** Settings that are accepted together. Lightsail refuses other combinations, and the tests of the handler cover the messages of these refusals. */
export const acceptableSettings = anySettings.map((settings): Settings => ({
  ...settings,
  // WAF requires a larger bundle, and WAF rules require WAF.
  'bundleId': settings.enableWaf || settings.wafRules ? 'large_1_0' : settings.bundleId ?? 'large_1_0',
  'enableWaf': settings.wafRules ? true : settings.enableWaf ?? false,
  // The minimum TTL must not be greater than the other TTLs.
  'cacheBehaviorSettings.minimumTTL': 0,
  'cacheBehaviorSettings.maximumTTL': settings['cacheBehaviorSettings.maximumTTL'] ?? 31_536_000,
  // A distribution connects to a bucket only over HTTPS.
  'origin.protocolPolicy': 'https-only',
}));

/** Answers to the open questions about the service on which the client must not depend. */
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

/** Returns the value with every list and object in reverse order. */
export function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return [...value].reverse().map(reordered);
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).reverse().map(([name, one]) => [name, reordered(one)]));
  return value;
}
