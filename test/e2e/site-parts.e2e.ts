import { join } from 'node:path';
import {
  aws_lightsail as lightsail, aws_route53 as route53, aws_s3 as s3, aws_s3_deployment as s3Deployment, CfnOutput, RemovalPolicy, type Stack,
} from 'aws-cdk-lib';
import { synthesize } from './synthesize';
import { LocalAws } from '../../local-aws/local-aws';
import { Distribution, DistributionAliasRecords } from '../../src';

let local: LocalAws;
beforeAll(async () => {
  local = await LocalAws.start({ operationSeconds: 1, deploymentSeconds: 2 });
});
afterAll(() => local.close());

const bucket = async (bucketName: string) => (await local.lightsail.snapshot()).buckets.find(({ name }) => name === bucketName);

test.concurrent('a bucket with content, a distribution on it, and alias records in a hosted zone', async () => {
  const app = synthesize(local, 'Site', (stack) => {
    const zone = new route53.PublicHostedZone(stack, 'Zone', { zoneName: 'example.com' });
    const content = new lightsail.CfnBucket(stack, 'Bucket', { bucketName: 'site-content', bundleId: 'small_1_0' });
    content.applyRemovalPolicy(RemovalPolicy.RETAIN);
    const upload = new s3Deployment.BucketDeployment(stack, 'Upload', {
      destinationBucket: s3.Bucket.fromBucketName(stack, 'Destination', content.ref),
      sources: [s3Deployment.Source.asset(join(__dirname, 'site-content'))],
    });
    const distribution = new Distribution(stack, 'Cdn', { origin: { name: content.ref } });
    distribution.node.addDependency(upload);
    new DistributionAliasRecords(stack, 'Records', { distribution, domainNames: ['example.com'], hostedZone: zone });
    new CfnOutput(stack, 'ZoneId', { value: zone.hostedZoneId });
    new CfnOutput(stack, 'Distribution', { value: distribution.distributionName });
    new CfnOutput(stack, 'Url', { value: content.attrUrl });
  });
  const { exitCode, outputs: { Site: site } } = await local.cdk.deploy(app);
  expect(exitCode).toBe(0);
  expect(await bucket('site-content')).toMatchObject({ location: { regionName: 'eu-west-1' }, state: { code: 'OK' }, url: site.Url });
  expect(await local.aws.objectKeys('site-content')).toEqual(['assets/site.css', 'index.html']);
  expect(await local.aws.call('s3api', 'head-object', { Bucket: 'site-content', Key: 'index.html' })).toMatchObject({ ContentType: 'text/html' });
  const distribution = await local.lightsail.distribution(site.Distribution);
  expect(distribution).toMatchObject({ status: 'Deployed', origin: { name: 'site-content', regionName: 'eu-west-1', resourceType: 'Bucket' } });
  const target = { HostedZoneId: 'Z2FDTNDATAQYW2', DNSName: `${distribution.domainName}.`, EvaluateTargetHealth: false };
  expect(await local.aws.recordSets(site.ZoneId)).toEqual([
    { Name: 'example.com.', Type: 'A', AliasTarget: target }, { Name: 'example.com.', Type: 'AAAA', AliasTarget: target },
  ]);

  expect((await local.cdk.destroy(app)).exitCode).toBe(0);
  expect((await local.lightsail.snapshot()).distributions).toEqual([]);
  expect(await bucket('site-content')).toMatchObject({ state: { code: 'OK' } });
  expect(await local.aws.objectKeys('site-content')).toEqual(['assets/site.css', 'index.html']);
});

test.concurrent('a bucket is changed in place, refused if it exists, and deleted with its objects', async () => {
  const app = (stackName: string, props: Partial<lightsail.CfnBucketProps>) => synthesize(local, stackName, (stack) => {
    new lightsail.CfnBucket(stack, 'Bucket', { bucketName: 'downloads', bundleId: 'small_1_0', ...props });
  });
  const former = app('Bucket', { accessRules: { objectAccess: 'public' }, tags: [{ key: 'stage', value: 'test' }, { key: 'team', value: 'web' }] });
  expect((await local.cdk.deploy(former)).exitCode).toBe(0);
  const created = await bucket('downloads');
  expect(created).toMatchObject({ accessRules: { getObject: 'public' }, tags: [{ key: 'stage', value: 'test' }, { key: 'team', value: 'web' }] });

  const changed = app('Bucket', { bundleId: 'medium_1_0', objectVersioning: true, tags: [{ key: 'stage', value: 'production' }] });
  expect((await local.cdk.deploy(changed)).exitCode).toBe(0);
  expect(await bucket('downloads')).toEqual({
    ...created,
    accessRules: { getObject: 'private', allowPublicOverrides: false },
    bundleId: 'medium_1_0',
    ableToUpdateBundle: false,
    objectVersioning: 'Enabled',
    tags: [{ key: 'stage', value: 'production' }],
  });

  expect((await local.cdk.deploy(app('Second', {}))).exitCode).toBe(1);
  expect(await local.aws.failures('Second')).toEqual(['downloads already exists']);

  await local.aws.call('s3api', 'put-object', { Bucket: 'downloads', Key: 'a.txt' });
  expect((await local.cdk.destroy(changed)).exitCode).toBe(0);
  expect(await bucket('downloads')).toBeUndefined();
  await expect(local.aws.objectKeys('downloads')).rejects.toThrow('NoSuchBucket');
});

interface CertificateDetail {
  readonly status: string;
  readonly domainValidationRecords: readonly { readonly resourceRecord: { readonly name: string; readonly value: string } }[];
}

test.concurrent('a certificate is issued when its validation record is in Route 53, and the record keeps the hosted zone from being deleted', async () => {
  const app = synthesize(local, 'Dns', (stack: Stack) => {
    new CfnOutput(stack, 'ZoneId', { value: new route53.PublicHostedZone(stack, 'Zone', { zoneName: 'example.org' }).hostedZoneId });
  });
  const { outputs: { Dns: { ZoneId: zoneId } } } = await local.cdk.deploy(app);
  await local.aws.call('lightsail', 'create-certificate', { certificateName: 'cert', domainName: 'www.example.org' }, 'us-east-1');
  const read = async () => {
    const { certificates: [{ certificateDetail }] } = await local.aws.call<{ certificates: { certificateDetail: CertificateDetail }[] }>(
      'lightsail', 'get-certificates', { certificateName: 'cert' }, 'us-east-1');
    return certificateDetail;
  };
  const { status, domainValidationRecords: [{ resourceRecord: { name, value } }] } = await read();
  expect(status).toBe('PENDING_VALIDATION');
  const change = (Action: 'UPSERT' | 'DELETE', cname: string) => local.aws.call('route53', 'change-resource-record-sets', {
    HostedZoneId: zoneId,
    ChangeBatch: { Changes: [{ Action, ResourceRecordSet: { Name: name, Type: 'CNAME', TTL: 60, ResourceRecords: [{ Value: cname }] } }] },
  });

  await change('UPSERT', '_another.acm-validations.aws.');
  expect((await read()).status).toBe('PENDING_VALIDATION');
  await change('UPSERT', value);
  expect((await read()).status).toBe('ISSUED');

  expect((await local.cdk.destroy(app)).exitCode).toBe(1);
  expect(await local.aws.failures('Dns')).toEqual(['The hosted zone contains resource record sets other than the default SOA and NS records.']);
  await change('DELETE', value);
  expect((await local.cdk.destroy(app)).exitCode).toBe(0);
});
