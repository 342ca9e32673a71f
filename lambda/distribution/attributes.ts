import type { LightsailDistribution } from '@aws-sdk/client-lightsail';
import { thatFit } from '../protocol/attributes';
import { jsonBytes, truncate } from '../protocol/message';

/** The attributes of a distribution, as CloudFormation receives them. A response has all of them. */
export type DistributionAttributes = Readonly<Record<
  'distributionName' | 'distributionArn' | 'domainName' | 'status' | 'originPublicDns' | 'alternativeDomainNames' | 'changes', string>>;

/** CloudFormation accepts 4,096 bytes for the whole response; ids, ARNs and the rest of it need about a thousand of them. */
const MAX_ATTRIBUTE_BYTES = 3_000;
const MAX_DOMAIN_NAME_BYTES = 2_000;

/** Every attribute, always: CloudFormation fails a template that refers to a missing one. */
export function attributesOf(live: LightsailDistribution, changes: string): DistributionAttributes {
  const facts = {
    distributionName: live.name ?? '',
    distributionArn: live.arn ?? '',
    domainName: live.domainName ?? '',
    status: live.status ?? '',
    originPublicDns: live.originPublicDNS ?? '',
    alternativeDomainNames: thatFit(live.alternativeDomainNames ?? [], MAX_DOMAIN_NAME_BYTES).join(','),
  };
  return { ...facts, changes: truncate(changes, MAX_ATTRIBUTE_BYTES - jsonBytes(facts)) };
}
