import { readFileSync } from 'fs';
import {
  BehaviorEnum, HeaderEnum, OriginIpAddressTypeEnum, OriginProtocolPolicyEnum, RegionName, ViewerMinimumTlsProtocolVersionEnum,
  WafInspectionLevelEnum, WafPayloadTypeEnum,
} from '@aws-sdk/client-lightsail';
import {
  CacheBehavior, DistributionBundle, HttpHeader, OriginIpAddressType, OriginProtocolPolicy, OriginRegion, ViewerMinimumTlsProtocolVersion,
  WafInspectionLevel, WafPayloadType, WafRuleGroup,
} from '../../src';

/** The name and value of each static member of an enum-like class. */
const members = (enumLike: object) => Object.entries(enumLike as Record<string, { readonly value: string }>);

test.each<[string, object, object]>([
  ['CacheBehavior', CacheBehavior, BehaviorEnum],
  ['OriginIpAddressType', OriginIpAddressType, OriginIpAddressTypeEnum],
  ['OriginProtocolPolicy', OriginProtocolPolicy, OriginProtocolPolicyEnum],
  ['WafInspectionLevel', WafInspectionLevel, WafInspectionLevelEnum],
  ['WafPayloadType', WafPayloadType, WafPayloadTypeEnum],
])('the enum %s has the values of the API', (_, ours, theirs) => {
  expect(Object.values(ours).sort()).toEqual(Object.values(theirs).sort());
});

test.each<[string, object, object]>([
  ['HttpHeader', HttpHeader, HeaderEnum],
  ['OriginRegion', OriginRegion, RegionName],
  ['ViewerMinimumTlsProtocolVersion', ViewerMinimumTlsProtocolVersion, ViewerMinimumTlsProtocolVersionEnum],
])('the class %s has the values of the API', (_, ours, theirs) => {
  expect(members(ours).map(([, { value }]) => value).sort()).toEqual(Object.values(theirs).sort());
});

test.each<[string, object]>([
  ['HttpHeader', HttpHeader],
  ['OriginRegion', OriginRegion],
  ['ViewerMinimumTlsProtocolVersion', ViewerMinimumTlsProtocolVersion],
  ['DistributionBundle', DistributionBundle],
])('each member of %s is named after its value', (_, ours) => {
  const letters = (text: string) => text.replace(/[^a-z0-9]/gi, '').toLowerCase();
  for (const [name, { value }] of members(ours)) expect(letters(name)).toBe(letters(value));
});

test('the rule groups that require no configuration are those that the documentation of the API lists', () => {
  const documentation = readFileSync(require.resolve('@aws-sdk/client-lightsail/dist-types/models/models_0.d.ts'), 'utf8');
  const documented = new Set(documentation.match(/AWSManagedRules\w+/g));
  const configured = ['AWSManagedRulesACFPRuleSet', 'AWSManagedRulesATPRuleSet', 'AWSManagedRulesBotControlRuleSet'];
  expect([...members(WafRuleGroup).map(([, { value }]) => value), ...configured].sort()).toEqual([...documented].sort());
});
