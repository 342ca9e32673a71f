import { GetCertificatesCommand, GetDistributionsCommand, GetOperationsForResourceCommand, LightsailClient } from '@aws-sdk/client-lightsail';
import type { LiveAccount } from './live-account';
import { parseDistribution, parseDistributions, parseOperations } from '../../lambda/lightsail/parse-response';
import { unlessNotFound } from '../../lambda/lightsail/unless-not-found';
import { type AwsConfiguration, DISTRIBUTION_REGION } from '../aws';
import { calling } from '../aws-errors';
import { allPages } from '../pages';

/** The Lightsail port, implemented with the AWS SDK. */
export function liveAccount(configuration: AwsConfiguration): LiveAccount {
  const client = new LightsailClient({ ...configuration, region: DISTRIBUTION_REGION });
  return {
    distributions: () => calling('lightsail:GetDistributions', () => allPages(async (pageToken) => {
      const page = await client.send(new GetDistributionsCommand({ pageToken }));
      return { elements: parseDistributions(page), next: page.nextPageToken };
    })),
    distribution: (distributionName) => calling('lightsail:GetDistributions', () => unlessNotFound(async () =>
      parseDistribution(distributionName, await client.send(new GetDistributionsCommand({ distributionName }))))),
    operations: (resourceName) => calling('lightsail:GetOperationsForResource', () => allPages(async (pageToken) => {
      const page = await client.send(new GetOperationsForResourceCommand({ resourceName, pageToken }));
      return { elements: parseOperations(page), next: page.nextPageToken };
    })),
    certificates: () => calling('lightsail:GetCertificates', () => allPages(async (pageToken) => {
      const page = await client.send(new GetCertificatesCommand({ includeCertificateDetails: true, pageToken }));
      return { elements: page.certificates ?? [], next: page.nextPageToken };
    })),
  };
}
