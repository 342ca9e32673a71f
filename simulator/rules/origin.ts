import { invalidInput } from '../errors';
import { InputOrigin } from '../model/operations';
import { Account } from '../state/account';
import { defaultOrigin, Origin, OriginResource } from '../state/origin';

/** Returns the origin after a write. The origin in the input replaces the stored one as a whole. On create, `current` is undefined. */
export function newOrigin(
  account: Account,
  current: Origin | undefined,
  input: InputOrigin,
  enablePrivateOriginAccess: boolean | undefined,
): Origin {
  const { behaviour } = account;
  const resource = findOrigin(account, input);
  const sameResource = current?.name === resource.name && current.regionName === resource.regionName;
  const base = sameResource && behaviour.omittedOriginMembers === 'unchanged' ? current : defaultOrigin(behaviour, resource);
  const isBucket = resource.resourceType === 'Bucket';
  if (enablePrivateOriginAccess && !isBucket) throw invalidInput(`private origin access is possible only with a bucket, got ${resource.resourceType}`);
  const origin: Origin = {
    ...base,
    ...input,
    ...resource,
    // The distribution always connects to a bucket over HTTPS, even if the request specifies another policy.
    protocolPolicy: isBucket ? 'https-only' : input.protocolPolicy ?? base.protocolPolicy,
    isPrivateOriginAccessEnabled: enablePrivateOriginAccess ?? (sameResource && current.isPrivateOriginAccessEnabled),
  };
  if (origin.responseTimeout < behaviour.minimumResponseTimeout || origin.responseTimeout > 60) {
    throw invalidInput(`origin.responseTimeout must be from ${behaviour.minimumResponseTimeout} to 60, got ${origin.responseTimeout}`);
  }
  return origin;
}

function findOrigin({ origins }: Account, { name, regionName }: InputOrigin): OriginResource {
  const found = [...origins.values()].filter((origin) => origin.name === name && (regionName === undefined || origin.regionName === regionName));
  if (found.length === 1) return found[0];
  throw invalidInput(found.length === 0
    ? `the origin ${name} does not exist${regionName === undefined ? '' : ` in ${regionName}`}`
    : `origin.regionName is required: ${name} exists in ${found.map((origin) => origin.regionName).join(', ')}`);
}
