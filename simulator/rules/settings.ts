import { ServiceBehaviour } from '../behaviour';
import { invalidInput } from '../errors';
import { newCacheSettings } from './cache-settings';
import { newCertificate, NotServed } from './certificate';
import { newCustomErrorResponses } from './error-responses';
import { newOrigin } from './origin';
import { enforceWaf, newWaf } from './waf';
import { Input } from '../model/operations';
import { Account } from '../state/account';
import { DistributionSettings } from '../state/distribution';

/** The settings after an UpdateDistribution. A member that the input leaves out is unchanged. */
export function newSettings(
  account: Account,
  current: DistributionSettings,
  input: Input<'UpdateDistribution'>,
  notServed: NotServed | undefined,
): DistributionSettings {
  const { behaviour } = account;
  if (input.enablePrivateOriginAccess !== undefined && !input.origin) {
    throw invalidInput('enablePrivateOriginAccess needs origin with the name of the resource, even when the origin does not change');
  }
  const errorResponses = given(behaviour, input.customErrorResponses);
  const waf = newWaf(current.waf, input.enableWaf, given(behaviour, input.wafRules));
  enforceWaf(current.bundleId, waf);
  return {
    ...current,
    origin: input.origin ? newOrigin(account, current.origin, input.origin, input.enablePrivateOriginAccess) : current.origin,
    defaultCacheBehavior: input.defaultCacheBehavior ?? current.defaultCacheBehavior,
    cacheBehaviorSettings: newCacheSettings(behaviour, current.cacheBehaviorSettings, input.cacheBehaviorSettings),
    cacheBehaviors: given(behaviour, input.cacheBehaviors) ?? current.cacheBehaviors,
    isEnabled: input.isEnabled ?? current.isEnabled,
    defaultRootObject: given(behaviour, input.defaultRootObject) ?? current.defaultRootObject,
    customErrorResponses: errorResponses ? newCustomErrorResponses(errorResponses) : current.customErrorResponses,
    waf,
    ...newCertificate(account, current, input, notServed),
    ...(input.viewerMinimumTlsProtocolVersion && { viewerMinimumTlsProtocolVersion: input.viewerMinimumTlsProtocolVersion }),
  };
}

/** Whether an empty list or text is a value or counts as left out is an open question. */
function given<T extends string | readonly unknown[]>({ emptyClears }: ServiceBehaviour, value: T | undefined): T | undefined {
  return emptyClears || value?.length ? value : undefined;
}
