import { isWrite } from './calls';
import { copyWebsite, edit, typescriptApp } from './website-app';
import { LocalAws } from '../../local-aws/local-aws';

const DOMAIN = 'example.com';
const BUCKET = 'example-com-website';
const CLOUDFRONT_ZONE = 'Z2FDTNDATAQYW2';

let local: LocalAws;
beforeAll(async () => {
  local = await LocalAws.start({ operationSeconds: 1, deploymentSeconds: 2, issueSeconds: 1 });
});
afterAll(() => local.close());

const certificates = async () => (await local.lightsail.snapshot()).certificates;
const onlyDistribution = async () => {
  const { distributions } = await local.lightsail.snapshot();
  expect(distributions).toHaveLength(1);
  return distributions[0];
};
/** The writes to Lightsail since the previous invocation. */
const writes = async () => {
  const calls = (await local.lightsail.calls()).map(({ operation }) => operation).filter(isWrite);
  await local.lightsail.clearCalls();
  return calls;
};
/** `name type` of the records of the site, and of those that validate its certificates. */
const records = async (zoneId: string) => {
  const all = (await local.aws.recordSets(zoneId)).map(({ Name, Type }) => `${Name} ${Type}`);
  return { site: all.filter((record) => !record.startsWith('_')).sort(), validations: all.filter((record) => record.startsWith('_')) };
};
const aliasesOf = (...names: string[]) => names.flatMap((name) => [`${name}. A`, `${name}. AAAA`]).sort();

test('a website is created on its domain, changed, rolled back and destroyed', async () => {
  const { HostedZone: { Id } } = await local.aws.call<{ HostedZone: { Id: string } }>('route53', 'create-hosted-zone', { Name: DOMAIN, CallerReference: 'website' });
  const zoneId = Id.replace('/hostedzone/', '');
  const folder = copyWebsite('e2e-website');
  const app = typescriptApp(folder, { domainName: DOMAIN, hostedZoneId: zoneId });

  // The first deployment creates the site on its domain.
  const created = await local.cdk.deploy(app);
  expect(created.exitCode).toBe(0);
  const first = await onlyDistribution();
  expect(created.outputs.WebsiteStack).toEqual({ Url: 'https://example.com', DomainName: first.domainName, Changes: 'created' });
  expect(first).toMatchObject({
    status: 'Deployed',
    origin: { name: BUCKET, regionName: 'eu-west-1', resourceType: 'Bucket', isPrivateOriginAccessEnabled: true },
    alternativeDomainNames: ['example.com', 'www.example.com'],
    defaultRootObject: 'index.html',
    defaultCacheBehavior: { behavior: 'cache' },
    cacheBehaviorSettings: { defaultTTL: 86_400 },
    customErrorResponses: [{ errorCode: 403, responseCode: '404' }, { errorCode: 404, responseCode: '404' }],
    bundleId: 'medium_1_0',
    waf: { isWafEnabled: true, wafRules: [{ name: 'AWSManagedRulesCommonRuleSet' }] },
  });
  expect(await certificates()).toEqual([expect.objectContaining({ certificateName: first.certificateName, domainName: DOMAIN })]);
  expect(await local.aws.objectKeys(BUCKET)).toEqual(['index.html', 'not-found.html', 'style.css']);
  const { validations, ...ofSite } = await records(zoneId);
  expect(ofSite.site).toEqual(aliasesOf('example.com', 'www.example.com'));
  expect(validations).toHaveLength(2);
  expect((await local.aws.recordSets(zoneId)).find(({ Name, Type }) => Name === 'www.example.com.' && Type === 'AAAA'))
    .toMatchObject({ AliasTarget: { HostedZoneId: CLOUDFRONT_ZONE, DNSName: `${first.domainName}.` } });
  // The cache of a new distribution is empty, so it is not reset.
  expect(await writes()).toEqual(['CreateBucket', 'UpdateBucket', 'CreateCertificate', 'TagResource', 'CreateDistribution', 'UntagResource']);

  // The content changes: the cache is reset, and nothing else is written to Lightsail.
  edit(folder, { file: 'content/index.html', from: 'It works', to: 'It works better' });
  expect((await local.cdk.deploy(app)).exitCode).toBe(0);
  expect(await writes()).toEqual(['ResetDistributionCache']);

  // The caching changes.
  edit(folder, { file: 'typescript/app.ts', from: 'CachingPreset.BEST_FOR_STATIC_CONTENT', to: 'CachingPreset.BEST_FOR_DYNAMIC_CONTENT' });
  const dynamic = await local.cdk.deploy(app);
  expect(dynamic.outputs.WebsiteStack.Changes).toBe('defaultCacheBehavior: "cache" -> "dont-cache"');
  expect(await writes()).toEqual(['UpdateDistribution']);

  // A domain name is added: a new certificate is created, the distribution is updated once, and then the former certificate is deleted.
  const former = (await onlyDistribution()).certificateName;
  edit(folder, { file: 'typescript/app.ts', from: '[`www.${domainName}`]', to: '[`www.${domainName}`, `shop.${domainName}`]' });
  expect((await local.cdk.deploy(app)).exitCode).toBe(0);
  const extended = await onlyDistribution();
  expect(extended).toMatchObject({ arn: first.arn, status: 'Deployed', alternativeDomainNames: ['example.com', 'shop.example.com', 'www.example.com'] });
  expect(extended.certificateName).not.toBe(former);
  expect((await certificates()).map(({ certificateName }) => certificateName)).toEqual([extended.certificateName]);
  // Before the handler attaches a certificate, it writes the fence, so that a later poll may attach the certificate again.
  expect(await writes()).toEqual(['CreateCertificate', 'TagResource', 'TagResource', 'UpdateDistribution', 'UntagResource', 'DeleteCertificate']);
  expect((await records(zoneId)).site).toEqual(aliasesOf('example.com', 'shop.example.com', 'www.example.com'));

  // Another domain name is added, and the distribution fails: the former certificate is served, and the new one is deleted.
  edit(folder, { file: 'typescript/app.ts', from: '`shop.${domainName}`]', to: '`shop.${domainName}`, `blog.${domainName}`]' });
  await local.lightsail.fault({ operation: 'UpdateDistribution', kind: 'failedOperation', code: 'EdgeFull', message: 'No room at the edge' });
  expect((await local.cdk.deploy(app)).exitCode).toBe(1);
  expect(await local.aws.failures('WebsiteStack')).toEqual([expect.stringContaining('EdgeFull: No room at the edge')]);
  expect(await local.aws.stackStatus('WebsiteStack')).toBe('UPDATE_ROLLBACK_COMPLETE');
  const rolledBack = await onlyDistribution();
  expect(rolledBack).toMatchObject({ certificateName: extended.certificateName, alternativeDomainNames: extended.alternativeDomainNames, status: 'Deployed' });
  expect((await certificates()).map(({ certificateName }) => certificateName)).toEqual([extended.certificateName]);
  expect((await records(zoneId)).site).toEqual(aliasesOf('example.com', 'shop.example.com', 'www.example.com'));

  // The stack is destroyed: only the content and the records that validate certificates remain.
  edit(folder, { file: 'typescript/app.ts', from: '`shop.${domainName}`, `blog.${domainName}`]', to: '`shop.${domainName}`]' });
  expect((await local.cdk.destroy(app)).exitCode).toBe(0);
  expect(await local.lightsail.snapshot()).toMatchObject({ distributions: [], certificates: [], buckets: [{ name: BUCKET }] });
  expect(await local.aws.objectKeys(BUCKET)).toEqual(['index.html', 'not-found.html', 'style.css']);
  expect((await records(zoneId)).site).toEqual([]);
  expect((await records(zoneId)).validations).toHaveLength(4);
});
