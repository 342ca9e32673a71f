import type { Tag } from '@aws-sdk/client-lightsail';
import { domainNamesOf } from './domain-names';
import { certificateNameOf, constructOf } from './name';
import type { CertificateRequest, HostedZone } from './request';
import { flag, InputError, listOf, record, text, textLike, wholeNumber } from '../protocol/codec';
import { type ResourceEvent, resourceId } from '../protocol/event';
import { parseProperties } from '../protocol/parse-properties';
import { NAME_PATTERN } from '../protocol/resource-name';
import { parseTimeout } from '../protocol/timeout';
import { valueIfReadable } from '../protocol/value-if-readable';
import { parseTags, removedTags } from '../tags/template-tags';

const domainName = textLike(/^(?=.{1,253}$)([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)+[a-z\d-]{2,63}$/i, 'a full domain name without wildcard is allowed');

interface Properties {
  readonly ServiceToken?: string;
  readonly ServiceTimeout?: string;
  readonly certificateName?: string;
  readonly domainName: string;
  readonly subjectAlternativeNames?: readonly string[];
  readonly hostedZones?: readonly HostedZone[];
  readonly tags?: readonly Tag[];
  readonly waitForIssuance?: boolean;
  readonly timeoutSeconds?: number;
}

const properties = record<Properties>({
  ServiceToken: text,
  ServiceTimeout: text,
  certificateName: textLike(NAME_PATTERN, '2 to 255 letters, digits, _ and - are allowed, with no - at either end'),
  domainName,
  subjectAlternativeNames: listOf(domainName),
  hostedZones: listOf(record<HostedZone>({
    domainName,
    hostedZoneId: textLike(/^\w{1,32}$/, 'the id of a hosted zone is allowed'),
    roleArn: textLike(/^arn:[\w-]{1,32}:iam::\d{12}:role\/\S{1,512}$/, 'the ARN of a role is allowed'),
  }, ['hostedZoneId'])),
  tags: parseTags,
  waitForIssuance: flag,
  timeoutSeconds: wholeNumber,
}, ['domainName']);

/** A certificate has the domain name and nine others at most. */
const MAX_DOMAIN_NAMES = 10;

/** Reads a Create or Update. Anything unknown or malformed is an `InputError` before any call. */
export function parseRequest(event: ResourceEvent, startedAt: number): CertificateRequest {
  return parseProperties(event.LogicalResourceId, () => requestOf(event, startedAt, properties(event.ResourceProperties, 'certificate')));
}

function requestOf(
  event: ResourceEvent, startedAt: number, { domainName: primary, tags = [], hostedZones = [], waitForIssuance = true, timeoutSeconds }: Properties,
): CertificateRequest {
  const domainNames = domainNamesOf(event.ResourceProperties)!;
  if (domainNames.length > MAX_DOMAIN_NAMES) {
    throw new InputError(`subjectAlternativeNames: too many domain names, got ${domainNames.length} with the domain name; at most ${MAX_DOMAIN_NAMES} are allowed`);
  }
  const resourceName = String(certificateNameOf(event));
  return {
    id: event.RequestId,
    resource: resourceId(event),
    construct: constructOf(event),
    resourceName,
    domainName: primary,
    domainNames,
    hostedZones,
    tags,
    removedTags: removedTags(previousTags(event, resourceName), tags),
    isNew: event.RequestType === 'Create' || event.PhysicalResourceId !== resourceName,
    waitForIssuance,
    timeoutSeconds: parseTimeout(timeoutSeconds),
    startedAt,
  };
}

/** The tags of the same certificate at the last request. Unreadable ones were refused, so never written. */
function previousTags(event: ResourceEvent, resourceName: string): readonly Tag[] | undefined {
  const previous = event.OldResourceProperties;
  const isSame = previous !== undefined && certificateNameOf(event, previous) === resourceName;
  return isSame ? valueIfReadable(() => parseTags(previous.tags, 'tags')) : undefined;
}
