import type { CertificateSummary, LightsailDistribution } from '@aws-sdk/client-lightsail';
import type { Live } from '../../../cli/import/settings-to-code';
import { LightsailService, ManualClock, type DistributionPatch } from '../../../simulator';

/** Distributions as the service returns them. Some differ from a new distribution in every setting. */
export function seeded(distributions: Readonly<Record<string, DistributionPatch>>): LightsailService {
  const service = new LightsailService({ clock: new ManualClock() });
  service.seeds.seedCertificate('shop-certificate', { domainName: 'shop.example.com', subjectAlternativeNames: ['www.shop.example.com'] });
  for (const [name, patch] of Object.entries(distributions)) service.seeds.seedDistribution(name, patch);
  return service;
}

/** Returns a distribution as `import` reads it. */
export function liveOf(service: LightsailService, name: string): Live {
  const read = <T>(output: object): T => JSON.parse(JSON.stringify(output)) as T;
  const { distributions: [distribution] } = read<{ distributions: LightsailDistribution[] }>(service.call('GetDistributions', { distributionName: name }));
  const { certificateName } = distribution;
  if (!certificateName) return { distribution };
  const { certificates } = read<{ certificates: CertificateSummary[] }>(service.call('GetCertificates', { certificateName, includeCertificateDetails: true }));
  return { distribution, certificate: certificates[0] };
}

/** A new distribution, except for its default root object. */
export const SMALL: DistributionPatch = { origin: { name: 'blog-server', regionName: 'eu-west-1' }, defaultRootObject: 'index.html' };

/** Every setting differs from that of a new distribution. */
export const FULL: DistributionPatch = {
  origin: {
    name: 'files', regionName: 'eu-central-1', resourceType: 'Bucket', responseTimeout: 20, ipAddressType: 'dualstack', isPrivateOriginAccessEnabled: true,
  },
  defaultCacheBehavior: { behavior: 'dont-cache' },
  cacheBehaviors: [{ path: '*.jpg', behavior: 'cache' }, { path: 'wp-content/*', behavior: 'cache' }],
  cacheBehaviorSettings: {
    defaultTTL: 3_600,
    minimumTTL: 60,
    maximumTTL: 172_800,
    allowedHTTPMethods: 'GET,HEAD',
    cachedHTTPMethods: 'GET,HEAD,OPTIONS',
    forwardedCookies: { option: 'allow-list', cookiesAllowList: ['session', 'wp-*'] },
    forwardedHeaders: { option: 'allow-list', headersAllowList: ['Host', 'CloudFront-Is-SmartTV-Viewer'] },
    forwardedQueryStrings: { option: true, queryStringsAllowList: ['page'] },
  },
  isEnabled: false,
  certificateName: 'shop-certificate',
  viewerMinimumTlsProtocolVersion: 'TLSv1.2_2019',
  defaultRootObject: 'index.html',
  customErrorResponses: [{ errorCode: 404, responseCode: '200', responsePagePath: '/index.html', errorCachingMinTTL: 0 }, { errorCode: 503 }],
  waf: {
    isWafEnabled: true,
    wafRules: [
      { name: 'AWSManagedRulesCommonRuleSet' },
      {
        name: 'AWSManagedRulesATPRuleSet',
        atpConfig: { loginPath: '/login', payloadType: 'FORM_ENCODED', responseInspection: { successCodes: [200, 302], failureCodes: [403] } },
      },
      { name: 'AWSManagedRulesACFPRuleSet', acfpConfig: { payloadType: 'JSON', creationPath: '/create', registrationPagePath: '/register' } },
      { name: 'AWSManagedRulesBotControlRuleSet', botControlConfig: { inspectionLevel: 'TARGETED' } },
    ],
  },
  ipAddressType: 'ipv4',
  bundleId: 'large_1_0',
  tags: [{ key: 'team', value: 'web' }, { key: 'cost-center', value: '42' }, { key: 'aws:createdBy', value: 'x' }, { key: 'public', value: '' }],
};
