import type { CertificateSummary } from '@aws-sdk/client-lightsail';
import { servedCertificate } from '../../../lambda/distribution/served-certificate';

const certificate = (more: Partial<CertificateSummary> = {}): CertificateSummary =>
  ({ certificateName: 'cert-1', domainName: 'example.com', certificateDetail: { subjectAlternativeNames: ['example.com', 'www.example.com'] }, ...more });
const live = (...alternativeDomainNames: string[]) => ({ certificateName: 'cert-1', alternativeDomainNames });

test.each<[string, Parameters<typeof servedCertificate>, string]>([
  ['none is attached', [{ alternativeDomainNames: ['example.com'] }, certificate()], ''],
  ['its name is empty', [{ certificateName: '', alternativeDomainNames: [] }], ''],
  ['all names are served', [live('www.example.com', 'example.com'), certificate()], 'cert-1'],
  ['its names are not known', [live('example.com')], 'cert-1'],
  ['another certificate was read', [live('example.com'), certificate({ certificateName: 'cert-2', domainName: 'example.org' })], 'cert-1'],
  ['its detail is not known', [live('example.com'), certificate({ certificateDetail: undefined })], 'cert-1'],
  ['its list of names is not known', [live('example.com'), certificate({ certificateDetail: {} })], 'cert-1'],
  ['its primary name is not known', [live('example.com', 'www.example.com'), certificate({ domainName: undefined })], 'cert-1'],
  ['one name is not served', [live('example.com'), certificate()], 'cert-1 (recorded, but not served: www.example.com)'],
  ['the primary name is not served', [live('www.example.com'), certificate({ certificateDetail: undefined })], 'cert-1 (recorded, but not served: example.com)'],
  ['no name is served', [live(), certificate()], 'cert-1 (recorded, but not served: example.com, www.example.com)'],
  ['no name is served, and none is known', [live()], 'cert-1 (recorded, but not served: its domain names)'],
  ['the distribution has no list of names', [{ certificateName: 'cert-1' }], 'cert-1 (recorded, but not served: its domain names)'],
])('%s', (_what, args, served) => {
  expect(servedCertificate(...args)).toBe(served);
});
