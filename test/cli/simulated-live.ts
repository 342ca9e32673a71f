import type { LiveAccount } from '../../cli/live/live-account';
import type { LightsailService } from '../../simulator';

/** Implements the port of the commands with the simulator, without HTTP. */
export function simulatedLive(service: LightsailService): LiveAccount {
  const allPages = (operation: 'GetDistributions' | 'GetCertificates', member: string, input: object = {}) => {
    const elements: object[] = [];
    let pageToken: string | undefined;
    do {
      const page = service.call(operation, { ...input, pageToken }) as { readonly nextPageToken?: string };
      elements.push(...(page as unknown as Record<string, object[]>)[member]);
      pageToken = page.nextPageToken;
    } while (pageToken);
    return withDates(elements);
  };
  return {
    distributions: async () => allPages('GetDistributions', 'distributions') as never,
    distribution: async (distributionName) => {
      try {
        return withDates(service.call('GetDistributions', { distributionName }).distributions)[0] as never;
      } catch {
        return undefined;
      }
    },
    operations: async (resourceName) => withDates(service.call('GetOperationsForResource', { resourceName }).operations) as never,
    certificates: async () => allPages('GetCertificates', 'certificates', { includeCertificateDetails: true }) as never,
  };
}

/** Converts times as the SDK does. */
const withDates = (elements: readonly object[]): object[] =>
  JSON.parse(JSON.stringify(elements), (name, value) => (name.endsWith('At') && typeof value === 'number' ? new Date(value * 1000) : value));
