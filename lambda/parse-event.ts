import { anyText, type Codec, flag, members, oneOf, record, text, textLike, wholeNumber } from './codec';
import type { Progress, ResourceEvent, Sent } from './event';

const object: Codec<Readonly<Record<string, unknown>>> = (value, path) => Object.fromEntries(members(value, path));

const progress = record<Progress>({
  startedAt: wholeNumber,
  knownAs: text,
  complete: flag,
  fenced: flag,
  found: flag,
  settled: flag,
  failed: anyText,
  sent: record<Sent>({
    call: oneOf('CreateDistribution', 'AttachCertificateToDistribution', 'UpdateDistribution', 'UpdateDistributionBundle', 'SetIpAddressType', 'DeleteDistribution'),
    at: wholeNumber,
    operationId: text,
  }, ['call', 'at']),
  doubt: anyText,
  tagged: flag,
  attaches: flag,
  changes: anyText,
}, ['startedAt', 'complete', 'fenced']);

const CODECS = {
  RequestType: oneOf('Create', 'Update', 'Delete'),
  // It becomes part of a tag's value, where a space would mean something else.
  RequestId: textLike(/^[\w-]{1,64}$/, '1 to 64 letters, digits, _ and - are allowed'),
  ResourceType: text,
  StackId: textLike(/^arn:[\w-]+:cloudformation:[\w-]+:\d*:stack\/[\w-]+\/[\w-]+$/, 'the ARN of a stack is allowed'),
  LogicalResourceId: textLike(/^\S{1,255}$/, '1 to 255 characters are allowed'),
  PhysicalResourceId: text,
  ResourceProperties: object,
  OldResourceProperties: object,
  Progress: progress,
};

const event = record<ResourceEvent>(CODECS, ['RequestType', 'RequestId', 'ResourceType', 'StackId', 'LogicalResourceId', 'ResourceProperties']);

/** The members that count here, of the many that CloudFormation and the framework send. What else they may be must not lead to any call. */
export function parseEvent(raw: unknown): ResourceEvent {
  const parsed = event(Object.fromEntries(members(raw, 'event').filter(([name]) => Object.hasOwn(CODECS, name))), 'event');
  const { RequestType, PhysicalResourceId, Progress: { knownAs } = { knownAs: PhysicalResourceId } } = parsed;
  // What is to be deleted must be named, at a poll too.
  if (RequestType !== 'Create') text(knownAs, 'event.PhysicalResourceId');
  return parsed;
}
