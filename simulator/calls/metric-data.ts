import { existingDistribution } from './call';
import { Input } from '../model/operations';
import { Account } from '../state/account';

/** No viewer ever asks a simulated distribution for anything, so there is nothing to report. */
export function getDistributionMetricData(account: Account, { distributionName, metricName }: Input<'GetDistributionMetricData'>) {
  existingDistribution(account, distributionName);
  return { metricName, metricData: [] };
}
