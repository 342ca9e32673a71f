import { distribution, linesIn, templateOf, type Situation } from './situations';
beforeAll(() => void jest.spyOn(console, 'info').mockImplementation(() => undefined));
const cdn = (...args: Parameters<typeof distribution>) => templateOf({ Cdn: distribution(...args) });
const CERT = { Type: 'Custom::LightsailCertificate', Properties: { domainName: 'example.net', hostedZones: [{ hostedZoneId: 'Z1' }], tags: [] } };
const S: Record<string, Situation> = {
  same: { former: cdn(), template: cdn() },
  ttl: { former: cdn({ cacheBehaviorSettings: { defaultTTL: 3600 }, defaultRootObject: 'index.html' }), template: cdn({ cacheBehaviorSettings: { defaultTTL: 7200 } }) },
  tagsOnly: { former: cdn({}, { tags: [{ key: 'a', value: '1' }, { key: 'b', value: '2' }] }), template: cdn({}, { tags: [{ key: 'a', value: '9' }] }) },
  steps: { former: cdn(), template: cdn({ defaultRootObject: 'x', ipAddressType: 'ipv4', bundleId: 'medium_1_0' }) },
  drift: { former: cdn({ defaultRootObject: 'index.html', isEnabled: true, viewerMinimumTlsProtocolVersion: 'TLSv1.2_2021' }), template: cdn({ defaultRootObject: 'index.html', isEnabled: true, cacheBehaviors: [] }, { reconciledAt: '1' }), outside: (a) => void a.service.seeds.changeOutsideStack('my-cdn', { defaultRootObject: 'theirs.html', viewerMinimumTlsProtocolVersion: 'TLSv1.1_2016' }) },
  driftLeft: { former: cdn({ defaultRootObject: 'index.html' }), template: cdn({ defaultRootObject: 'index.html' }), outside: (a) => void a.service.seeds.changeOutsideStack('my-cdn', { defaultRootObject: 'theirs.html' }) },
  gone: { former: cdn(), template: cdn({ defaultRootObject: 'i' }), outside: (a) => a.service.seeds.removeDistribution('my-cdn') },
  bundle: { former: cdn(), template: cdn({ bundleId: 'medium_1_0' }), outside: (a) => void a.service.seeds.changeOutsideStack('my-cdn', { ableToUpdateBundle: false }) },
  waf: { former: cdn(), template: cdn({ enableWaf: true }) },
  cert: { former: cdn(), template: cdn({ certificateName: 'pending' }), outside: (a) => a.service.seeds.seedCertificate('pending', { domainName: 'a.com', status: 'PENDING_VALIDATION' }) },
  busy: { former: cdn(), template: cdn({ defaultRootObject: 'i' }), outside: (a) => void a.service.seeds.deployOutsideStack('my-cdn', { isEnabled: false }) },
  rename: { former: cdn(), template: cdn({}, { distributionName: 'new-cdn' }) },
  adopt: { template: cdn({ defaultRootObject: 'i' }, { onExisting: 'adopt' }), before: (a) => void a.service.seeds.seedDistribution('my-cdn', { origin: { name: 'web', regionName: 'eu-west-1' } }) },
  refuse: { template: cdn(), before: (a) => void a.service.seeds.seedDistribution('my-cdn') },
  create: { template: templateOf({ Cert: CERT, Bucket: { Type: 'AWS::Lightsail::Bucket', Properties: { BucketName: 'files' } }, Provider: { Type: 'AWS::Lambda::Function' }, Cdn: distribution({ certificateName: { 'Fn::GetAtt': ['Cert', 'certificateName'] }, origin: { name: { Ref: 'Bucket' } } }, { distributionName: undefined }), Reset: { Type: 'Custom::LightsailDistributionCacheReset', Properties: { distributionName: { 'Fn::GetAtt': ['Cdn', 'distributionName'] }, triggers: [{ 'Fn::GetAtt': ['Provider', 'Hash'] }] } } }) },
  remove: { former: cdn(), template: templateOf({}) },
  retain: { former: templateOf({ Cdn: distribution({}, {}, { DeletionPolicy: 'Retain' }) }), template: templateOf({}) },
  quota: { template: cdn(), before: (a) => { for (let i = 0; i < 20; i += 1) a.service.seeds.seedDistribution(`cdn-${i}`); } },
  unreached: { template: templateOf({ Cdn: distribution({ enableWaf: true, bundleId: 'small_1_0' }), Reset: { Type: 'Custom::LightsailDistributionCacheReset', Properties: { distributionName: { 'Fn::GetAtt': ['Cdn', 'distributionName'] }, triggers: ['1'] } } }) },
};
test.each(Object.entries(S))('%s', async (name, s) => { process.stdout.write(`\n##### ${name}\n${(await linesIn(s)).join('\n')}\n`); });
