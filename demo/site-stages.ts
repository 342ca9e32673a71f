import { join } from 'node:path';
import { deploy, destroy } from './deploy';
import { writes, type Stage, type StageRun } from './stage';
import type { CdkApp } from '../local-aws/cdk-cli';
import { ROOT } from '../local-aws/environment';

const DOMAIN = 'example.com';

/** `examples/website`, with the sources of this repository in place of the package that it imports. */
function website(hostedZoneId: string): CdkApp {
  return {
    cwd: join(ROOT, 'examples', 'website', 'typescript'),
    app: `tsx --tsconfig ${join(ROOT, 'tsconfig.dev.json')} app.ts`,
    context: { domainName: DOMAIN, hostedZoneId },
  };
}

/** The lifecycle of a site on its own domain. */
export const siteStages: readonly Stage[] = [
  {
    title: 'From nothing to a site on its domain',
    run: async (run) => {
      const { local, say, check } = run;
      const { HostedZone: { Id } } = await local.aws.call<{ HostedZone: { Id: string } }>(
        'route53', 'create-hosted-zone', { Name: DOMAIN, CallerReference: 'demo' });
      const zoneId = Id.replace('/hostedzone/', '');
      say(`${DOMAIN} has the hosted zone ${zoneId}; the app is examples/website`);
      check('changes', await deploy(run, website(zoneId), 'WebsiteStack'), ['created']);
      check('writes', await writes(local), ['CreateBucket', 'UpdateBucket', 'CreateCertificate', 'CreateDistribution', 'UntagResource']);
      const [distribution] = (await local.lightsail.snapshot()).distributions;
      check('domain names', distribution.alternativeDomainNames, [DOMAIN, `www.${DOMAIN}`]);
      check('content', await local.aws.objectKeys('example-com-website'), ['index.html', 'not-found.html', 'style.css']);
      await sayRecords(run, zoneId);
      say(`https://${DOMAIN} is served by ${distribution.domainName}, ${distribution.status}`);
      await destroy(run, website(zoneId));
      const { distributions, certificates, buckets } = await local.lightsail.snapshot();
      check('what is left', [distributions.length, certificates.length, buckets.map(({ name }) => name)], [0, 0, ['example-com-website']]);
      return 'bucket, content, certificate, distribution and records by one deployment; only the content is left when the stack is destroyed';
    },
  },
];

async function sayRecords({ local, say, check }: StageRun, zoneId: string): Promise<void> {
  const records = await local.aws.recordSets(zoneId);
  for (const { Name, Type } of records) say(`record: ${Name} ${Type}`);
  check('records', records.map(({ Type }) => Type).sort(), ['A', 'A', 'AAAA', 'AAAA', 'CNAME', 'CNAME']);
}
