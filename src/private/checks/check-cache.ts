import { Duration } from 'aws-cdk-lib';
import { checkCookies, checkHeaders, checkQueryStrings } from './check-forwarding';
import { checkEntries, checkSeconds } from './check-values';
import { finding, Findings } from './finding';
import { CacheBehaviorSettings } from '../../cache-behavior';
import { DistributionOptions } from '../../distribution-options';

export function checkCache({ cacheBehaviors, cacheBehaviorSettings }: DistributionOptions): Findings {
  return [
    ...checkCacheBehaviorSettings(cacheBehaviorSettings ?? {}),
    ...checkEntries('cacheBehaviors', Object.keys(cacheBehaviors ?? {}), 25),
  ];
}

function checkCacheBehaviorSettings(settings: CacheBehaviorSettings): Findings {
  return [
    ...checkTtls(settings),
    ...checkMinimumTtlWithAllHeaders(settings),
    ...checkCookies('cacheBehaviorSettings.forwardedCookies', settings.forwardedCookies),
    ...checkHeaders('cacheBehaviorSettings.forwardedHeaders', settings.forwardedHeaders),
    ...checkQueryStrings('cacheBehaviorSettings.forwardedQueryStrings', settings.forwardedQueryStrings),
  ];
}

function checkTtls({ minimumTtl, defaultTtl, maximumTtl }: CacheBehaviorSettings): Findings {
  const bounds = { min: 0, max: Infinity };
  const findings = [
    ...checkSeconds('cacheBehaviorSettings.minimumTtl', minimumTtl, bounds),
    ...checkSeconds('cacheBehaviorSettings.defaultTtl', defaultTtl, bounds),
    ...checkSeconds('cacheBehaviorSettings.maximumTtl', maximumTtl, bounds),
  ];
  if (findings.length > 0) { return findings; }
  return [
    ...checkOrder('minimumTtl', minimumTtl, 'defaultTtl', defaultTtl),
    ...checkOrder('defaultTtl', defaultTtl, 'maximumTtl', maximumTtl),
    // With a default TTL, the two comparisons above cover this one.
    ...(defaultTtl === undefined ? checkOrder('minimumTtl', minimumTtl, 'maximumTtl', maximumTtl) : []),
  ];
}

function checkOrder(lowerName: string, lower: Duration | undefined, upperName: string, upper: Duration | undefined): Findings {
  if (lower === undefined || upper === undefined || lower.isUnresolved() || upper.isUnresolved()) { return []; }
  if (lower.toSeconds() <= upper.toSeconds()) { return []; }
  return finding(`cacheBehaviorSettings.${lowerName}`, {
    what: `more than ${upperName}`,
    got: `${lower} and ${upper}`,
    allowed: 'minimumTtl <= defaultTtl <= maximumTtl is needed',
    todo: `lower ${lowerName} or raise ${upperName}`,
  });
}

function checkMinimumTtlWithAllHeaders({ forwardedHeaders, minimumTtl }: CacheBehaviorSettings): Findings {
  if (forwardedHeaders?.option !== 'all' || minimumTtl === undefined || minimumTtl.isUnresolved()) { return []; }
  if (minimumTtl.toMilliseconds({ integral: false }) === 0) { return []; }
  return finding('cacheBehaviorSettings.minimumTtl', {
    what: 'not 0 while all headers are forwarded',
    got: `${minimumTtl}`,
    allowed: 'only 0 is allowed',
    todo: 'use Duration.seconds(0) or forward fewer headers',
  });
}
