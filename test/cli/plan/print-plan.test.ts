import { distribution, linesIn, templateOf } from './situations';

beforeAll(() => void jest.spyOn(console, 'info').mockImplementation(() => undefined));

const cdn = (...args: Parameters<typeof distribution>) => templateOf({ Cdn: distribution(...args) });
const RESET = {
  Type: 'Custom::LightsailDistributionCacheReset',
  Properties: { distributionName: { 'Fn::GetAtt': ['Cdn', 'distributionName'] }, triggers: [{ 'Fn::GetAtt': ['Provider', 'Hash'] }] },
};
const CERTIFICATE = { Type: 'Custom::LightsailCertificate', Properties: { domainName: 'example.net', hostedZones: [{ hostedZoneId: 'Z1' }], tags: [] } };
const WEB = { origin: { name: 'web', regionName: 'eu-west-1' } } as const;

describe('the text of a plan', () => {
  test('nothing changed', async () => {
    expect(await linesIn({ former: cdn(), template: cdn() })).toEqual([
      'web (eu-west-1)',
      '',
      '    web/Cdn distribution my-cdn no change in the template',
      '',
      'Plan: no changes, 1 unchanged.',
    ]);
  });

  test('a setting changed, and one was removed', async () => {
    expect(await linesIn({
      former: cdn({ cacheBehaviorSettings: { defaultTTL: 3600 }, defaultRootObject: 'index.html' }),
      template: cdn({ cacheBehaviorSettings: { defaultTTL: 7200 } }),
    })).toEqual([
      'web (eu-west-1)',
      '',
      '  ~ web/Cdn distribution my-cdn will be updated',
      '      ~ cacheBehaviorSettings.defaultTTL 3600 → 7200',
      '      ~ defaultRootObject "index.html" → ""',
      '      1. UpdateDistribution',
      '      1 deployment to the edge (about 5 minutes)',
      '',
      'Plan: 1 to update, 1 call, 1 deployment to the edge (about 5 minutes).',
    ]);
  });

  test('tags only', async () => {
    expect(await linesIn({
      former: cdn({}, { tags: [{ key: 'a', value: '1' }, { key: 'b', value: '2' }] }), template: cdn({}, { tags: [{ key: 'a', value: '9' }] }),
    })).toEqual([
      'web (eu-west-1)',
      '',
      '  ~ web/Cdn distribution my-cdn will be updated',
      '      ~ tag a "1" → "9"',
      '      ~ tag b "2" → nothing',
      '      1. TagResource: a',
      '      2. UntagResource: b',
      '',
      'Plan: 1 to update, 2 calls, no deployment to the edge.',
    ]);
  });

  test('several calls', async () => {
    expect(await linesIn({ former: cdn(), template: cdn({ defaultRootObject: 'index.html', ipAddressType: 'ipv4', bundleId: 'medium_1_0' }) })).toEqual([
      'web (eu-west-1)',
      '',
      '  ~ web/Cdn distribution my-cdn will be updated',
      '      ~ defaultRootObject "" → "index.html"',
      '      ~ ipAddressType "dualstack" → "ipv4"',
      '      ~ bundleId "small_1_0" → "medium_1_0"',
      '      1. TagResource: mark of the request',
      '      2. UpdateDistribution',
      '      3. TagResource: mark of the request',
      '      4. SetIpAddressType',
      '      5. TagResource: mark of the request',
      '      6. UpdateDistributionBundle',
      '      7. UntagResource: mark of the request',
      '      3 deployments to the edge (about 15 minutes)',
      '',
      'Plan: 1 to update, 7 calls, 3 deployments to the edge (about 15 minutes).',
    ]);
  });

  test('drift of an updated distribution', async () => {
    expect(await linesIn({
      former: cdn({ defaultRootObject: 'index.html', viewerMinimumTlsProtocolVersion: 'TLSv1.2_2021', isEnabled: true }),
      template: cdn({ defaultRootObject: 'index.html', isEnabled: true, cacheBehaviorSettings: { defaultTTL: 60 } }),
      outside: ({ service }) => void service.seeds.changeOutsideStack('my-cdn', { defaultRootObject: 'theirs.html', viewerMinimumTlsProtocolVersion: 'TLSv1.1_2016' }),
    })).toEqual([
      'web (eu-west-1)',
      '',
      '  ~ web/Cdn distribution my-cdn will be updated',
      '      ~ cacheBehaviorSettings.defaultTTL 86400 → 60',
      '      ! viewerMinimumTlsProtocolVersion "TLSv1.1_2016" (drifted from "TLSv1.2_2021", will be left)',
      '      ! defaultRootObject "theirs.html" → "index.html" (drifted, will be reverted)',
      '      1. UpdateDistribution',
      '      1 deployment to the edge (about 5 minutes)',
      '',
      'Plan: 1 to update, 1 call, 1 deployment to the edge (about 5 minutes), 2 drifted values.',
    ]);
  });

  test('drift of a distribution that is not updated', async () => {
    expect(await linesIn({
      former: cdn({ defaultRootObject: 'index.html' }),
      template: cdn({ defaultRootObject: 'index.html' }),
      outside: ({ service }) => void service.seeds.changeOutsideStack('my-cdn', { defaultRootObject: 'theirs.html' }),
    })).toEqual([
      'web (eu-west-1)',
      '',
      '    web/Cdn distribution my-cdn no change in the template',
      '      ! defaultRootObject "theirs.html" (drifted from "index.html", will be left, because nothing changed in the template; set reconcile to revert it)',
      '',
      'Plan: no changes, 1 unchanged, 1 drifted value.',
    ]);
  });

  test('a distribution that was deleted outside the stack', async () => {
    expect(await linesIn({
      former: cdn(), template: cdn({ defaultRootObject: 'index.html' }), outside: ({ service }) => service.seeds.removeDistribution('my-cdn'),
    })).toEqual([
      'web (eu-west-1)',
      '',
      '  ~ web/Cdn distribution my-cdn will be updated',
      '      + origin.name "web"',
      '      + defaultRootObject "index.html"',
      '      ! deleted outside the stack: it will be created again',
      '      1. CreateDistribution',
      '      2. UntagResource: mark of the request',
      '      1 deployment to the edge (about 5 minutes)',
      '      assumed: the origin web exists',
      '',
      'Not looked at: new origins, whether they exist and what they are.',
      '',
      'Plan: 1 to update, 2 calls, 1 deployment to the edge (about 5 minutes), 1 drifted value.',
    ]);
  });

  test('a bundle that changed this month', async () => {
    expect(await linesIn({
      former: cdn(),
      template: cdn({ bundleId: 'medium_1_0' }),
      outside: ({ service }) => void service.seeds.changeOutsideStack('my-cdn', { ableToUpdateBundle: false }),
    })).toEqual([
      'web (eu-west-1)',
      '',
      '  ~ web/Cdn distribution my-cdn cannot be updated',
      '      ✗ the deployment fails: my-cdn: bundleId: cannot change now, got "medium_1_0" while "small_1_0" is applied; Lightsail allows one change in a billing month; deploy again next month, or leave the bundle as it is',
      '',
      'Plan: 1 to update; the deployment fails at 1 resource.',
    ]);
  });

  test('WAF on a small bundle', async () => {
    expect(await linesIn({ former: cdn(), template: cdn({ enableWaf: true }) })).toEqual([
      'web (eu-west-1)',
      '',
      '  ~ web/Cdn distribution my-cdn cannot be updated',
      '      ~ enableWaf false → true',
      '      1. UpdateDistribution (refused)',
      '      ✗ the deployment fails: my-cdn: UpdateDistribution was refused, got InvalidInputException: WAF is available only for the bundles medium_1_0 and large_1_0, got small_1_0',
      '',
      'Plan: 1 to update, 1 call, no deployment to the edge; the deployment fails at 1 resource.',
    ]);
  });

  test('a certificate that is not issued', async () => {
    expect(await linesIn({
      former: cdn(),
      template: cdn({ certificateName: 'pending' }),
      outside: ({ service }) => service.seeds.seedCertificate('pending', { domainName: 'example.net', status: 'PENDING_VALIDATION' }),
    })).toEqual([
      'web (eu-west-1)',
      '',
      '  ~ web/Cdn distribution my-cdn cannot be updated',
      '      ✗ the deployment fails: my-cdn: certificateName: cannot attach "pending", got PENDING_VALIDATION; only an ISSUED certificate can be attached; create its validation records in DNS, wait until it is issued, and deploy again',
      '',
      'Plan: 1 to update; the deployment fails at 1 resource.',
    ]);
  });

  test('a busy distribution', async () => {
    expect(await linesIn({
      former: cdn(),
      template: cdn({ defaultRootObject: 'index.html' }),
      outside: ({ service }) => void service.seeds.deployOutsideStack('my-cdn', { isEnabled: false }),
    })).toEqual([
      'web (eu-west-1)',
      '',
      '  ~ web/Cdn distribution my-cdn will be updated',
      '      busy now, status InProgress: the deployment waits until it is ready',
      '      ~ defaultRootObject "" → "index.html"',
      '      1. TagResource: mark of the request',
      '      2. TagResource: mark of the request',
      '      3. UpdateDistribution',
      '      4. UntagResource: mark of the request',
      '      1 deployment to the edge (about 5 minutes)',
      '',
      'Plan: 1 to update, 4 calls, 1 deployment to the edge (about 5 minutes).',
    ]);
  });

  test('another name', async () => {
    expect(await linesIn({ former: cdn(), template: cdn({}, { distributionName: 'new-cdn' }) })).toEqual([
      'web (eu-west-1)',
      '',
      '  -/+ web/Cdn distribution my-cdn → new-cdn will be replaced',
      '      + origin.name "web"',
      '      1. CreateDistribution',
      '      2. UntagResource: mark of the request',
      '      3. DeleteDistribution',
      '      1 deployment to the edge (about 5 minutes)',
      '      its cloudfront.net domain name changes (known after deployment)',
      '      assumed: the origin web exists',
      '',
      'Not looked at: new origins, whether they exist and what they are.',
      '',
      'Plan: 1 to replace, 3 calls, 1 deployment to the edge (about 5 minutes).',
    ]);
  });

  test('an existing distribution that is adopted', async () => {
    expect(await linesIn({
      template: cdn({ defaultRootObject: 'index.html' }, { onExisting: 'adopt' }), before: ({ service }) => void service.seeds.seedDistribution('my-cdn', WEB),
    })).toEqual([
      'web (eu-west-1, new)',
      '',
      '  + web/Cdn distribution my-cdn exists and will be adopted',
      '      ~ defaultRootObject "" → "index.html"',
      '      1. TagResource: owner, mark of the request',
      '      2. UpdateDistribution',
      '      3. TagResource: owner',
      '      4. UntagResource: mark of the request',
      '      1 deployment to the edge (about 5 minutes)',
      '',
      'Plan: 1 to create, 4 calls, 1 deployment to the edge (about 5 minutes).',
    ]);
  });

  test('an existing distribution that is not adopted', async () => {
    expect(await linesIn({ template: cdn(), before: ({ service }) => void service.seeds.seedDistribution('my-cdn', WEB) })).toEqual([
      'web (eu-west-1, new)',
      '',
      '  + web/Cdn distribution my-cdn cannot be created',
      '      ✗ the deployment fails: my-cdn: exists already and belongs to no stack, got a distribution without the tag cdk-lightsail-distribution:owner; it is left unchanged; choose another name, or keep this name and set onExisting to OnExisting.ADOPT',
      '',
      'Plan: 1 to create; the deployment fails at 1 resource.',
    ]);
  });

  test('a new stack whose names are known after deployment', async () => {
    expect(await linesIn({
      template: templateOf({
        Certificate: CERTIFICATE,
        Files: { Type: 'AWS::Lightsail::Bucket', Properties: { BucketName: 'files' } },
        Provider: { Type: 'AWS::Lambda::Function' },
        Cdn: distribution(
          { origin: { name: { Ref: 'Files' } }, certificateName: { 'Fn::GetAtt': ['Certificate', 'certificateName'] } }, { distributionName: undefined },
        ),
        Reset: RESET,
      }),
    })).toEqual([
      'web (eu-west-1, new)',
      '',
      '  + web/Certificate certificate web-Certificate-88647100d6b3 will be created',
      '      1. CreateCertificate',
      '      2. ChangeResourceRecordSets: validation records',
      '      3. TagResource: mark of the request',
      '      assumed: its validation records, which are known after deployment, are created, and Lightsail issues it',
      '',
      '  + web/Cdn distribution (known after deployment) will be created',
      '      + origin.name "files"',
      '      + certificateName "web-Certificate-88647100d6b3"',
      '      1. CreateDistribution',
      '      2. UntagResource: mark of the request',
      '      1 deployment to the edge (about 5 minutes)',
      '      assumed: the origin files exists',
      '',
      '  + web/Reset cache reset (known after deployment) will be created',
      '      triggers (known after deployment), left out of the plan',
      '',
      'Not looked at: 2 resources of other types in web (see cdk diff); new origins, whether they exist and what they are; the requests of certificates in the last 365 days, of which 20 are allowed.',
      '',
      'Plan: 3 to create, 5 calls, 1 deployment to the edge (about 5 minutes).',
    ]);
  });

  test('a distribution that is removed from the template', async () => {
    expect(await linesIn({ former: cdn(), template: templateOf({}) })).toEqual([
      'web (eu-west-1)',
      '',
      '  - web/Cdn distribution my-cdn will be deleted',
      '      1. DeleteDistribution',
      '',
      'Plan: 1 to delete, 1 call, no deployment to the edge.',
    ]);
  });

  test('an adopted distribution that is removed from the template', async () => {
    expect(await linesIn({
      former: cdn({}, { onExisting: 'adopt' }), template: templateOf({}), before: ({ service }) => void service.seeds.seedDistribution('my-cdn', WEB),
    })).toEqual([
      'web (eu-west-1)',
      '',
      '  - web/Cdn distribution my-cdn will be kept, and the stack no longer owns it',
      '      1. UntagResource: owner',
      '',
      'Plan: 1 to delete, 1 call, no deployment to the edge.',
    ]);
  });

  test('a retained distribution', async () => {
    expect(await linesIn({ former: templateOf({ Cdn: distribution({}, {}, { DeletionPolicy: 'Retain' }) }), template: templateOf({}) })).toEqual([
      'web (eu-west-1)',
      '',
      '    web/Cdn distribution my-cdn is removed from the template and retained',
      '',
      'Plan: 1 to retain.',
    ]);
  });

  test('too many distributions, and a resource that depends on a new one', async () => {
    expect(await linesIn({
      template: templateOf({ Cdn: distribution(), Reset: RESET }),
      before: ({ service }) => {
        for (let index = 0; index < 20; index += 1) service.seeds.seedDistribution(`cdn-${index}`);
      },
    })).toEqual([
      'web (eu-west-1, new)',
      '',
      '  + web/Cdn distribution my-cdn cannot be created',
      '      + origin.name "web"',
      '      1. CreateDistribution (refused)',
      '      assumed: the origin web exists',
      '      ✗ the deployment fails: my-cdn: CreateDistribution was refused, got InvalidInputException: an account can have 20 distributions',
      '',
      '  ? web/Reset cache reset is not reached: it depends on a resource at which the deployment fails',
      '',
      'Not looked at: new origins, whether they exist and what they are.',
      '',
      'Plan: 1 to create, 1 not reached, 1 call, no deployment to the edge; the deployment fails at 1 resource.',
    ]);
  });
});
