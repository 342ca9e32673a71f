import {
  GetCertificatesCommand, GetDistributionBundlesCommand, GetDistributionMetricDataCommand, GetDistributionsCommand, LightsailClient,
} from '@aws-sdk/client-lightsail';
import type { LightsailReads } from './lightsail';
import { parseMetricData } from './parse-metric-data';
import { parseCertificate, parseDistribution } from '../../lambda/lightsail/parse-response';
import { unlessNotFound } from '../../lambda/lightsail/unless-not-found';
import { TRAFFIC } from '../metrics';

/** The API for distributions exists in this Region only, whatever the Region of the stack. */
const region = 'us-east-1';

/** About 20 s of retries when throttled. What then still fails, the next run reads again. */
const MAX_ATTEMPTS = 8;

/** Lightsail over HTTP, by the AWS SDK. */
export function lightsailReads(): LightsailReads {
  const client = new LightsailClient({
    region, maxAttempts: MAX_ATTEMPTS, requestHandler: { connectionTimeout: 3_000, requestTimeout: 10_000, throwOnRequestTimeout: true },
  });
  return {
    distribution: (distributionName) => unlessNotFound(async () =>
      parseDistribution(distributionName, await client.send(new GetDistributionsCommand({ distributionName })))),
    certificate: (certificateName) => unlessNotFound(async () =>
      parseCertificate(certificateName, await client.send(new GetCertificatesCommand({ certificateName, includeCertificateDetails: true })))),
    bundles: async () => (await client.send(new GetDistributionBundlesCommand({}))).bundles ?? [],
    metricData: async (distributionName, metricName, range) => parseMetricData(await client.send(new GetDistributionMetricDataCommand({
      distributionName,
      metricName,
      startTime: new Date(range.from * 1000),
      endTime: new Date(range.to * 1000),
      period: range.period,
      unit: TRAFFIC[metricName].lightsailUnit,
      statistics: [TRAFFIC[metricName].statistic === 'sum' ? 'Sum' : 'Average'],
    })), TRAFFIC[metricName], range),
  };
}
