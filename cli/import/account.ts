import { GetCertificatesCommand, GetDistributionsCommand, LightsailClient } from '@aws-sdk/client-lightsail';
import { parseCertificate, parseDistribution, parseDistributions } from '../../lambda/lightsail/parse-response';
import { unlessNotFound } from '../../lambda/lightsail/unless-not-found';
import { type AwsConfiguration, DISTRIBUTION_REGION } from '../aws';
import { calling } from '../aws-errors';
import { allPages } from '../pages';
import type { Live } from './settings-to-code';

/** The reads of the command `import`. */
export interface Account {
  /** Returns the names of all distributions. */
  names(): Promise<readonly string[]>;
  /** Returns a distribution with its certificate, or `undefined` if it does not exist. Only a read by name returns all members. */
  distribution(name: string): Promise<Live | undefined>;
}

export function accountOf(configuration: AwsConfiguration): Account {
  const client = new LightsailClient({ region: DISTRIBUTION_REGION, ...configuration });

  const named = (name: string) => calling('GetDistributions', () => unlessNotFound(async () =>
    parseDistribution(name, await client.send(new GetDistributionsCommand({ distributionName: name })))));

  const certificate = (name: string) => calling('GetCertificates', () => unlessNotFound(async () =>
    parseCertificate(name, await client.send(new GetCertificatesCommand({ certificateName: name, includeCertificateDetails: true })))));

  return {
    names: () => calling('GetDistributions', async () => {
      const all = await allPages(async (pageToken) => {
        const page = await client.send(new GetDistributionsCommand({ pageToken }));
        return { elements: parseDistributions(page), next: page.nextPageToken };
      });
      return all.map(({ name = '' }) => name).sort();
    }),
    distribution: async (name) => {
      const distribution = await named(name);
      if (distribution === undefined) return undefined;
      const { certificateName } = distribution;
      return { distribution, certificate: certificateName ? await certificate(certificateName) : undefined };
    },
  };
}
