import { parseDistributionName } from '../distribution/name';
import { anyText, type Codec, flag, listOf, record } from '../protocol/codec';
import { MAX_REQUEST_DURATION } from '../protocol/deadline';
import type { ResourceEvent } from '../protocol/event';
import { parseProperties } from '../protocol/parse-properties';
import { parseTimeout } from '../protocol/timeout';
import { valueIfReadable } from '../protocol/value-if-readable';
import type { Target } from '../reconcile';

/** The properties of the resource. */
interface Properties {
  readonly ServiceToken?: object;
  readonly ServiceTimeout?: object;
  readonly distributionName: string;
  /** The cache is reset when they change. */
  readonly triggers: readonly string[];
  /** Whether success means that the reset has ended, or only that Lightsail accepted it. */
  readonly waitForCompletion: boolean;
  readonly failOnTimeout: boolean;
  readonly timeoutSeconds: number;
}

/** What one Create or Update requests: a cache reset that starts after the request began. */
export interface CacheResetRequest extends Target, Properties {
  /** Whether the content may have changed: the resource has other triggers than before, or another distribution. */
  readonly isTriggered: boolean;
  /** Epoch milliseconds: the cache of a distribution that was created at this time or later has no former content. */
  readonly newSince: number;
  readonly startedAt: number;
}

const unread: Codec<object> = (value) => value as object;
const triggersOf = listOf(anyText);

const properties = record<Properties>({
  ServiceToken: unread,
  ServiceTimeout: unread,
  distributionName: parseDistributionName,
  triggers: triggersOf,
  waitForCompletion: flag,
  failOnTimeout: flag,
  timeoutSeconds: parseTimeout,
}, ['triggers']);

const DEFAULTS = { waitForCompletion: true, failOnTimeout: false, timeoutSeconds: 900 };

/** Reads a Create or Update. Anything unknown or malformed is an `InputError` before any call. */
export function parseRequest(
  { RequestId: id, ResourceProperties, OldResourceProperties: old = {} }: ResourceEvent, startedAt: number,
): CacheResetRequest {
  const resourceName = parseDistributionName(ResourceProperties.distributionName);
  const given = parseProperties(resourceName, () => properties({ ...DEFAULTS, ...ResourceProperties }, 'ResourceProperties'));
  // A Create has no former properties.
  const isOfAnother = old.distributionName !== resourceName;
  // Unreadable ones were refused, so they reset nothing.
  const previous = valueIfReadable(() => triggersOf(old.triggers, ''));
  return {
    ...given,
    id,
    resourceName,
    isTriggered: isOfAnother || JSON.stringify(previous) !== JSON.stringify(given.triggers),
    newSince: isOfAnother ? startedAt - MAX_REQUEST_DURATION : Infinity,
    startedAt,
  };
}
