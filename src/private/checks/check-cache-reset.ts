import { Token } from 'aws-cdk-lib';
import { checkDistributionName } from './check-distribution';
import { checkSeconds } from './check-values';
import { finding, Findings } from './finding';
import { DistributionCacheResetProps } from '../../distribution-cache-reset';

/** Checks everything about a cache reset that is known at synthesis. */
export function checkCacheReset({ distribution, triggers, timeout }: DistributionCacheResetProps): Findings {
  return [
    ...checkDistributionName('distribution', distribution.distributionRef.distributionName, 'use the name of the distribution in Lightsail'),
    ...checkTriggers(triggers),
    ...checkSeconds('timeout', timeout, { min: 60, max: 3000 }),
  ];
}

/** An empty list never changes, so that the cache would never be reset again. */
function checkTriggers(triggers: readonly string[] | undefined): Findings {
  if (triggers === undefined || Token.isUnresolved(triggers) || triggers.length > 0) { return []; }
  return finding('triggers', {
    what: 'empty list', got: '[]', allowed: 'at least one trigger is needed', todo: 'add one, or leave the list out to reset the cache at every deployment',
  });
}
