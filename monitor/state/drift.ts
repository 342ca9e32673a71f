import type { CertificateSummary, LightsailDistribution } from '@aws-sdk/client-lightsail';
import { changes } from '../../lambda/distribution/changes';
import type { Settings } from '../../lambda/distribution/settings';
import { isReady } from '../../lambda/distribution/status';
import { formatValue } from '../../lambda/protocol/format-value';

/** A setting whose live value is not the one of the template. */
export interface Difference {
  readonly setting: string;
  readonly live: string;
  readonly template: string;
}

/** Compares as the handler does. `undefined` while a deployment to the edge is in progress, which may be that of the stack. */
export function differences(
  desired: Settings, live: LightsailDistribution | undefined, certificate: CertificateSummary | undefined,
): readonly Difference[] | undefined {
  if (live === undefined) return [{ setting: 'distribution', live: 'nothing', template: 'a distribution' }];
  if (!isReady(live)) return undefined;
  return changes({ desired, removed: {} }, live, certificate)
    .map(({ setting, current, desired: wanted }) => ({ setting, live: formatValue(current), template: formatValue(wanted) }));
}
