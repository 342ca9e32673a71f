import type { CertificateSummary, DistributionBundle, LightsailDistribution, MetricDatapoint } from '@aws-sdk/client-lightsail';
import { unlessNotFound } from '../../cli/dry-run/simulated-lightsail';
import type { LightsailReads } from '../../monitor/lightsail/lightsail';
import { parseMetricData } from '../../monitor/lightsail/parse-metric-data';
import { TRAFFIC } from '../../monitor/metrics';
import { ConnectionCut, type LightsailService } from '../../simulator';

/** The monitor's port on the simulator's state machine, without a wire in between. */
export function simulatedReads(service: LightsailService): LightsailReads {
  const call = (operation: Parameters<LightsailService['call']>[0], input: object) => {
    try {
      return asSdk(service.call(operation, input as never));
    } catch (error) {
      throw error instanceof ConnectionCut ? Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }) : error;
    }
  };
  return {
    distribution: async (distributionName) => unlessNotFound(() => call('GetDistributions', { distributionName }).distributions?.[0]),
    certificate: async (certificateName) => unlessNotFound(() => call('GetCertificates', { certificateName }).certificates?.[0]),
    bundles: async () => call('GetDistributionBundles', {}).bundles ?? [],
    metricData: async (distributionName, metricName, range) => {
      const { statistic, lightsailUnit: unit } = TRAFFIC[metricName];
      return parseMetricData(call('GetDistributionMetricData', {
        distributionName, metricName, unit, startTime: range.from, endTime: range.to, period: range.period, statistics: [statistic === 'sum' ? 'Sum' : 'Average'],
      }), TRAFFIC[metricName], range);
    },
  };
}

interface Sdk {
  readonly distributions?: LightsailDistribution[];
  readonly certificates?: CertificateSummary[];
  readonly bundles?: DistributionBundle[];
  readonly metricData?: MetricDatapoint[];
}

/** The wire has times in seconds. */
const asSdk = (output: object): Sdk => JSON.parse(JSON.stringify(output), (name, value) =>
  (typeof value === 'number' && (/At$|^timestamp$|^not(Before|After)$/.test(name)) ? new Date(value * 1000) : value)) as Sdk;
