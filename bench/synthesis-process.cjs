// Synthesizes one stack with the given number of distributions of one kind. Prints the time, the number of resources and the template size.
const { mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { App, Duration, Stack, Tags } = require('aws-cdk-lib');
const { CfnDistribution } = require('aws-cdk-lib/aws-lightsail');
const { AwsCustomResource, AwsCustomResourcePolicy, PhysicalResourceId } = require('aws-cdk-lib/custom-resources');
const { CacheBehavior, Distribution, OriginRegion } = require('../build/bench/node_modules/cdk-lightsail-distribution');

/** The same distribution with each of the three constructs. */
const kinds = {
  ours: (stack, name) => new Distribution(stack, name, {
    distributionName: name,
    origin: { name: 'web', regionName: OriginRegion.EU_WEST_1 },
    defaultCacheBehavior: CacheBehavior.CACHE,
    cacheBehaviorSettings: { defaultTtl: Duration.hours(1), minimumTtl: Duration.minutes(1) },
    cacheBehaviors: { '/api/*': CacheBehavior.DONT_CACHE },
    tags: { stage: 'production' },
  }),
  l1: (stack, name) => new CfnDistribution(stack, name, {
    distributionName: name,
    bundleId: 'small_1_0',
    origin: { name: 'web', regionName: 'eu-west-1' },
    defaultCacheBehavior: { behavior: 'cache' },
    cacheBehaviorSettings: { defaultTtl: 3600, minimumTtl: 60 },
    cacheBehaviors: [{ path: '/api/*', behavior: 'dont-cache' }],
    tags: [{ key: 'stage', value: 'production' }],
  }),
  awsCustomResource: (stack, distributionName) => {
    const call = { service: 'Lightsail', region: 'us-east-1', physicalResourceId: PhysicalResourceId.of(distributionName) };
    const settings = {
      distributionName,
      origin: { name: 'web', regionName: 'eu-west-1' },
      defaultCacheBehavior: { behavior: 'cache' },
      cacheBehaviorSettings: { defaultTTL: 3600, minimumTTL: 60 },
      cacheBehaviors: [{ path: '/api/*', behavior: 'dont-cache' }],
    };
    return new AwsCustomResource(stack, distributionName, {
      onCreate: {
        ...call, action: 'createDistribution',
        parameters: { ...settings, bundleId: 'small_1_0', tags: [{ key: 'stage', value: 'production' }] },
      },
      onUpdate: { ...call, action: 'updateDistribution', parameters: settings },
      onDelete: { ...call, action: 'deleteDistribution', parameters: { distributionName } },
      policy: AwsCustomResourcePolicy.fromSdkCalls({ resources: AwsCustomResourcePolicy.ANY_RESOURCE }),
      installLatestAwsSdk: false,
    });
  },
};

const [, , kind, count] = process.argv;
const outdir = mkdtempSync(join(tmpdir(), 'bench-synthesis-'));
const startedAt = performance.now();
// Disables the limit of 500 resources of CloudFormation, which the alternatives reach sooner than this library.
const app = new App({ outdir, analyticsReporting: false, context: { '@aws-cdk/core:stackResourceLimit': 0 } });
const stack = new Stack(app, 'Stack', { env: { region: 'eu-west-1' } });
for (let i = 0; i < Number(count); i += 1) kinds[kind](stack, `distribution-${i}`);
app.synth();
const milliseconds = performance.now() - startedAt;
const template = readFileSync(join(outdir, 'Stack.template.json'));
rmSync(outdir, { recursive: true });
process.stdout.write(JSON.stringify({ milliseconds, resources: Object.keys(JSON.parse(template).Resources).length, bytes: template.length }));
