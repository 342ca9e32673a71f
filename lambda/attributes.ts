import type { LightsailDistribution } from '@aws-sdk/client-lightsail';
import type { Attributes } from './event';

/** CloudFormation takes 4,096 bytes for the whole answer; ids, ARNs and the rest of it need a thousand of them. */
const ATTRIBUTE_BYTES = 3_000;
const MESSAGE_BYTES = 2_000;
const DOMAIN_NAME_BYTES = 2_000;

/** Every attribute, always: CloudFormation fails a template that asks for one which is not there. */
export function attributes(live: LightsailDistribution, changes: string): Attributes {
  const facts = {
    distributionName: live.name ?? '',
    distributionArn: live.arn ?? '',
    domainName: live.domainName ?? '',
    status: live.status ?? '',
    originPublicDns: live.originPublicDNS ?? '',
    alternativeDomainNames: whole(live.alternativeDomainNames ?? []).join(','),
  };
  return { ...facts, changes: clipped(changes, ATTRIBUTE_BYTES - bytes(facts)) };
}

/** A message that fits into an answer. On one line: the framework repeats what is on others. */
export function fitting(message: string): string {
  return clipped(message.replace(/\s+/g, ' '), MESSAGE_BYTES);
}

/** As many of the names as fit. */
function whole(names: readonly string[]): readonly string[] {
  return names.filter((_, index) => bytes(names.slice(0, index + 1)) <= DOMAIN_NAME_BYTES);
}

// As CloudFormation gets it: a quote takes two bytes in JSON.
const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

/** The longest beginning of the text that takes at most so many bytes in JSON. */
function clipped(text: string, limit: number): string {
  if (bytes(text) <= limit) return text;
  let end = Math.min(text.length, Math.max(0, limit));
  while (end > 0 && bytes(`${text.slice(0, end)} ...`) > limit) end -= 1;
  return `${text.slice(0, end)} ...`;
}
