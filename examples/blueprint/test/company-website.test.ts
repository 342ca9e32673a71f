import { App, Stack } from 'aws-cdk-lib';
import { ViewerCertificate } from 'cdk-lightsail-distribution';
import { companyApp, distributionOf, OWNER } from './company-app';
import { CompanyWebsite } from '../company-website';

const STANDARD = {
  origin: { name: 'web', protocolPolicy: 'https-only' },
  certificateName: 'shop-example',
  defaultRootObject: 'index.html',
  customErrorResponses: [{ errorCode: 404, responseCode: '404', responsePagePath: '/404.html' }],
  viewerMinimumTlsProtocolVersion: 'TLSv1.2_2021',
  enableWaf: true,
  wafRules: [{ name: 'AWSManagedRulesCommonRuleSet' }, { name: 'AWSManagedRulesKnownBadInputsRuleSet' }],
  bundleId: 'medium_1_0',
};

test.each([
  ['an app of the company', companyApp()],
  ['any other app', new App()],
])('a website meets the standard in %s', (_, app) => {
  const stack = new Stack(app, 'Shop');
  new CompanyWebsite(stack, 'Website', {
    owner: { ...OWNER, team: 'web' }, origin: { name: 'web' }, certificate: ViewerCertificate.fromCertificateName('shop-example'),
  });
  expect(distributionOf(stack)).toMatchObject({
    settings: STANDARD,
    tags: [{ key: 'cost-center', value: '4711' }, { key: 'team', value: 'web' }],
    // Present only with Reconcile.EVERY_DEPLOYMENT.
    reconciledAt: expect.any(String),
  });
});
