import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { propertiesOf } from './assembly';
import { ALARMS, aliasRecords, CACHE_RESET, CERTIFICATE, DISTRIBUTION, MONITOR, SETTINGS } from './every-option';
import { run } from './installed-app';
import { reference } from './reference';
import { refusal, REFUSALS } from './refusals';
import { copyTestingExample } from './testing-example';
import { TYPESCRIPT } from './typescript-app';
import { Distribution, DistributionCertificate } from '../../src';

test('the app compiles against the types of the package', async () => {
  await run(TYPESCRIPT, 'npx', ['tsc']);
});

test('the test in the example with the local Lightsail compiles against the types of the package, and passes', async () => {
  const example = { ...TYPESCRIPT, cwd: copyTestingExample('typescript') };
  // The example uses the package that is installed for the app. It finds the SDK in the repository, above the copy.
  symlinkSync(join(TYPESCRIPT.cwd, 'node_modules'), join(example.cwd, 'node_modules'));
  await run(example, 'npx', ['tsc']);
  expect(await run(example, 'npm', ['test'])).toMatch(/^(# |ℹ )pass 2$/m);
});

test('the app defines a distribution and settings of another', () => {
  const { Resources } = reference().template;
  const resources = Object.values(Resources).filter(({ Type }) => Type.startsWith('Custom::'));
  expect(resources.map(({ Type, Properties: { distributionName, tags, settings } }) => ({ Type, distributionName, tags, settings }))).toEqual([
    {
      Type: 'Custom::LightsailDistribution',
      distributionName: 'shop',
      tags: [{ key: 'stage', value: 'production' }, { key: 'team', value: 'web' }],
      settings: {
        origin: { name: 'shop-server' },
        certificateName: 'shop-certificate',
        defaultRootObject: 'index.html',
        cacheBehaviorSettings: { defaultTTL: 3600, forwardedQueryStrings: { option: false, queryStringsAllowList: ['page', 'lang'] } },
        cacheBehaviors: [{ path: 'api/*', behavior: 'dont-cache' }],
        customErrorResponses: [{ errorCode: 404, responseCode: '404', responsePagePath: '/not-found.html', errorCachingMinTTL: 300 }],
      },
    },
    { Type: 'Custom::LightsailDistributionSettings', distributionName: 'blog', settings: { cacheBehaviorSettings: { minimumTTL: 60 } } },
  ]);
});

test.each(REFUSALS)('a refused value stops the app: $what', async ({ what, message }) => {
  expect(await refusal(TYPESCRIPT, `npx tsx refused.ts ${what}`)).toContain(`\nError: ${message}\n`);
});

// The other languages are compared with these options.
test('every option has a value', () => {
  expect([...Object.keys(DISTRIBUTION), 'cachingPreset'].sort()).toEqual(propertiesOf('DistributionProps'));
  expect([...Object.keys(SETTINGS), 'cachingPreset', 'distribution'].sort()).toEqual(propertiesOf('DistributionSettingsProps'));
  expect([...Object.keys(CACHE_RESET), 'distribution', 'executeAfter'].sort()).toEqual(propertiesOf('DistributionCacheResetProps'));
  expect([...Object.keys(MONITOR), 'distribution'].sort()).toEqual(propertiesOf('DistributionMonitorProps'));
  expect([...Object.keys(ALARMS), 'topic'].sort()).toEqual(propertiesOf('DistributionAlarmOptions'));
  expect([...Object.keys(DISTRIBUTION.origin), 'dependencies'].sort()).toEqual(propertiesOf('OriginOptions'));
  expect(Object.keys(DISTRIBUTION.cacheBehaviorSettings!).sort()).toEqual(propertiesOf('CacheBehaviorSettings'));
  expect(Object.keys(DISTRIBUTION.customErrorResponses![0]).sort()).toEqual(propertiesOf('CustomErrorResponse'));
  const stack = new Stack(new App(), 'EveryOption');
  const certificate = CERTIFICATE(stack);
  expect(Object.keys(certificate).sort()).toEqual(propertiesOf('DistributionCertificateProps'));
  expect(propertiesOf('DnsValidationOptions').map((option) => certificate.validation[option as 'role'])).not.toContain(undefined);
  expect(Object.keys(aliasRecords(stack, new Distribution(stack, 'Shop', DISTRIBUTION), new DistributionCertificate(stack, 'Certificate', certificate))).sort())
    .toEqual(propertiesOf('DistributionAliasRecordsProps'));
});
