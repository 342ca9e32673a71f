import { join } from 'node:path';
import { distributionNames, isWrite, loggedCallsFor, newCallsFor } from './calls';
import { ROOT } from '../../local-aws/environment';
import { LocalAws } from '../../local-aws/local-aws';

const BLUEPRINT = { cwd: join(ROOT, 'examples', 'blueprint') };

const STANDARD = {
  bundleId: 'medium_1_0',
  viewerMinimumTlsProtocolVersion: 'TLSv1.2_2021',
  waf: { isWafEnabled: true, wafRules: [{ name: 'AWSManagedRulesCommonRuleSet' }, { name: 'AWSManagedRulesKnownBadInputsRuleSet' }] },
};

let local: LocalAws;
beforeAll(async () => {
  local = await LocalAws.start({ operationSeconds: 1, deploymentSeconds: 2 });
  for (const name of ['shop-server', 'shop-terminals']) await local.lightsail.seedOrigin(name, { regionName: 'eu-west-1', resourceType: 'Instance' });
  await local.lightsail.seedOrigin('shop-downloads', { regionName: 'eu-west-1', resourceType: 'Bucket' });
});
afterAll(() => local.close());

/** The generated name of the distribution of a construct. */
async function nameOf(construct: string): Promise<string> {
  return (await distributionNames(local)).find((name) => name.startsWith(`Shop-${construct}`))!;
}

test('the app of the blueprint is deployed by the standard of the company, with a single write for each distribution, and destroyed', async () => {
  const { exitCode, outputs } = await local.cdk.deploy(BLUEPRINT);
  expect(exitCode).toBe(0);
  const [website, downloads, terminals] = await Promise.all(['Website', 'Downloads', 'Terminals'].map(nameOf));

  for (const [name, expected] of [
    [website, { ...STANDARD, origin: { name: 'shop-server', protocolPolicy: 'https-only' }, defaultRootObject: 'index.html' }],
    [downloads, { ...STANDARD, origin: { name: 'shop-downloads', protocolPolicy: 'https-only' } }],
    [terminals, { ...STANDARD, origin: { name: 'shop-terminals', protocolPolicy: 'https-only' }, viewerMinimumTlsProtocolVersion: 'TLSv1.2_2019' }],
  ] as const) {
    const live = await local.lightsail.distribution(name);
    expect(live).toMatchObject({ ...expected, status: 'Deployed' });
    expect(live.tags).toEqual([
      { key: 'cost-center', value: '4711' }, { key: 'team', value: 'shop' },
      { key: 'cdk-lightsail-distribution:owner', value: expect.any(String) as unknown },
    ]);
    // The second write removes the fence of the creation.
    expect((await loggedCallsFor(local, name)).map(({ operation }) => operation).filter(isWrite)).toEqual(['CreateDistribution', 'UntagResource']);
  }
  expect(Object.values(outputs.Shop)).toEqual([(await local.lightsail.distribution(website)).domainName]);

  await local.lightsail.changeOutsideStack(website, { viewerMinimumTlsProtocolVersion: 'TLSv1.1_2016' });
  const [ofWebsite, ofDownloads] = [newCallsFor(local, website), newCallsFor(local, downloads)];
  await Promise.all([ofWebsite(), ofDownloads()]);
  expect((await local.cdk.deploy(BLUEPRINT)).exitCode).toBe(0);
  expect(await local.lightsail.distribution(website)).toMatchObject(STANDARD);
  expect((await ofWebsite()).filter(isWrite)).toEqual(['UpdateDistribution']);
  expect(await ofDownloads()).toEqual([]);

  expect((await local.cdk.destroy(BLUEPRINT)).exitCode).toBe(0);
  expect(await distributionNames(local)).toEqual([]);
});

test('an app that is weaker is refused before anything is called', async () => {
  await local.lightsail.clearCalls();
  const { exitCode, output } = await local.cdk.deploy({ app: `tsx --tsconfig tsconfig.dev.json ${join(__dirname, 'blueprint-weaker.ts')}` });
  expect(exitCode).toBe(1);
  expect(output.split('\n')).toContain(
    'Error: Weaker/Settings: waf: below the company\'s standard, got false; a WAF with "AWSManagedRulesCommonRuleSet" and '
    + '"AWSManagedRulesKnownBadInputsRuleSet" is needed; set it, or have the platform team acknowledge CompanyPolicy-Waf');
  expect(await local.lightsail.calls()).toEqual([]);
  await expect(local.aws.stackStatus('Weaker')).rejects.toThrow('Stack [Weaker] does not exist');
});
