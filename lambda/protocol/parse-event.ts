import { type Codec, members, oneOf, record, text, textLike } from './codec';
import type { ResourceEvent } from './event';

const object: Codec<Readonly<Record<string, unknown>>> = (value, path) => Object.fromEntries(members(value, path));

const CODECS = {
  RequestType: oneOf('Create', 'Update', 'Delete'),
  // It becomes part of the value of a tag, where a space is a separator.
  RequestId: textLike(/^[\w-]{1,64}$/, '1 to 64 letters, digits, _ and - are allowed'),
  ResourceType: text,
  StackId: textLike(/^arn:[\w-]+:cloudformation:[\w-]+:\d*:stack\/[\w-]+\/[\w-]+$/, 'the ARN of a stack is allowed'),
  LogicalResourceId: textLike(/^\S{1,255}$/, '1 to 255 characters are allowed'),
  PhysicalResourceId: text,
  ResourceProperties: object,
  OldResourceProperties: object,
  // Its shape depends on the resource type.
  Progress: object,
};

const event = record<ResourceEvent>(CODECS, ['RequestType', 'RequestId', 'ResourceType', 'StackId', 'LogicalResourceId', 'ResourceProperties']);

/** The members that the handler uses, of the many that CloudFormation and the provider framework send. A malformed one is refused before any call. */
export function parseEvent(raw: unknown): ResourceEvent {
  return event(Object.fromEntries(members(raw, 'event').filter(([name]) => Object.hasOwn(CODECS, name))), 'event');
}
