import type { CacheBehaviorPerPath, DistributionCustomErrorResponse } from '@aws-sdk/client-lightsail';
import { type Code, duration, list, map, number, struct, text } from './code-model';
import { cacheBehavior } from './constants';
import { type Expressed, firstOf, isNothing, isSeconds, NO_SUCH_VALUE, refusedEntries, unknownMember } from './expressed';

const ERROR_CODES = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];
const RESPONSE_CODES = ['200', ...ERROR_CODES.map(String)];

/** The default of the service and of the construct, in seconds. */
const CACHING_DEFAULT = 10;

export function errorResponses(responses: readonly DistributionCustomErrorResponse[]): Expressed {
  const codes = responses.map(({ errorCode }) => errorCode);
  return firstOf(...responses.map(refused), new Set(codes).size < codes.length && 'the library allows each error code once')
    ?? list({ struct: 'CustomErrorResponse' }, responses.map(errorResponse));
}

function errorResponse({ errorCode, responseCode, responsePagePath, errorCachingMinTTL = CACHING_DEFAULT }: DistributionCustomErrorResponse): Code {
  return struct('CustomErrorResponse', {
    errorCode: number(errorCode!),
    responseCode: isNothing(responseCode) ? undefined : number(Number(responseCode)),
    responsePagePath: isNothing(responsePagePath) ? undefined : text(responsePagePath!),
    errorCachingMinTtl: errorCachingMinTTL === CACHING_DEFAULT ? undefined : duration(errorCachingMinTTL),
  });
}

function refused(response: DistributionCustomErrorResponse): string | undefined {
  const { errorCode, responseCode, responsePagePath, errorCachingMinTTL = CACHING_DEFAULT } = response;
  const unknown = unknownMember(response, 'errorCode', 'responseCode', 'responsePagePath', 'errorCachingMinTTL');
  if (unknown) return unknown;
  const isKnown = ERROR_CODES.includes(errorCode!) && (isNothing(responseCode) || RESPONSE_CODES.includes(responseCode!));
  if (!isKnown) return `the library allows the codes ${RESPONSE_CODES.join(', ')} only`;
  if (isNothing(responseCode) !== isNothing(responsePagePath)) return 'the library requires a response code and a page together';
  if (!isNothing(responsePagePath) && !responsePagePath!.startsWith('/')) return 'the library requires a page with a leading slash';
  return isSeconds(errorCachingMinTTL) ? undefined : NO_SUCH_VALUE;
}

/** The cache behaviors, by path. */
export function cacheBehaviors(behaviors: readonly CacheBehaviorPerPath[]): Expressed {
  const byPath = new Map(behaviors.map(({ path = '', behavior = '' }) => [path, behavior as string]));
  const isAmbiguous = behaviors.some(({ path = '', behavior = '' }) => byPath.get(path) !== behavior);
  return firstOf(
    ...behaviors.map((one) => unknownMember(one, 'path', 'behavior')),
    refusedEntries([...byPath.keys()], 25),
    isAmbiguous && 'the library allows each path once',
    [...byPath.values()].some((behavior) => !cacheBehavior(behavior)) && NO_SUCH_VALUE,
  ) ?? map({ enum: 'CacheBehavior' }, [...byPath].map(([path, behavior]) => [path, cacheBehavior(behavior)!]));
}
