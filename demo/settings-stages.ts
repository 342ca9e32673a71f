import { app, deploy, destroy, progress, SETTINGS } from './deploy';
import { callCounts, describeCounts, writes, type Stage } from './stage';
import type { DistributionPatch } from '../simulator';

const NAME = 'site';

/** The setting of cookies that a user made manually before the app was deployed. The app does not manage it. */
const COOKIES = { option: 'allow-list', cookiesAllowList: ['session'] } as const;
const BY_HAND: DistributionPatch = {
  defaultRootObject: 'home.html',
  viewerMinimumTlsProtocolVersion: 'TLSv1.1_2016',
  cacheBehaviorSettings: { defaultTTL: 86400, minimumTTL: 0, forwardedCookies: COOKIES },
};

/** The settings of an existing distribution that the stack does not own. */
export const settingsStages: readonly Stage[] = [
  {
    title: 'An existing distribution',
    run: async ({ local, say, check }) => {
      await local.lightsail.seedDistribution(NAME, BY_HAND);
      const live = await local.lightsail.distribution(NAME);
      check('status', live.status, 'Deployed');
      say(`${NAME} at ${live.domainName}, ${live.status}`);
      say(`root object ${live.defaultRootObject}, TLS ${live.viewerMinimumTlsProtocolVersion}, `
        + `default TTL ${live.cacheBehaviorSettings.defaultTTL} s, cookies ${COOKIES.cookiesAllowList.join()}`);
      return 'created outside the stack';
    },
  },
  {
    title: 'Several settings change',
    run: async (run) => {
      const changes = await deploy(run, SETTINGS, 'Site');
      const { local, check } = run;
      check('changes', changes, [
        'cacheBehaviorSettings.defaultTTL: 86400 -> 3600',
        'cacheBehaviorSettings.minimumTTL: 0 -> 60',
        'cacheBehaviorSettings.forwardedQueryStrings: {"option":false,"queryStringsAllowList":[]}'
          + ' -> {"option":false,"queryStringsAllowList":["page","lang"]}',
        'cacheBehaviors: [] -> [{"path":"/api/*","behavior":"dont-cache"}]',
        'viewerMinimumTlsProtocolVersion: "TLSv1.1_2016" -> "TLSv1.2_2021"',
        'defaultRootObject: "home.html" -> "index.html"',
        'customErrorResponses: [] -> [{"errorCode":404,"responseCode":"404","responsePagePath":"/not-found.html","errorCachingMinTTL":300}]',
      ]);
      check('writes', await writes(local), ['UpdateDistribution']);
      const live = await local.lightsail.distribution(NAME);
      check('status', live.status, 'Deployed');
      check('default TTL', live.cacheBehaviorSettings.defaultTTL, 3600);
      check('cookies, which the app does not manage', live.cacheBehaviorSettings.forwardedCookies, COOKIES);
      return `${changes.length} settings in one UpdateDistribution`;
    },
  },
  {
    title: 'Nothing changes',
    run: async (run) => {
      const changes = await deploy(run, SETTINGS, 'Site');
      run.check('changes', changes, ['nothing changed']);
      run.check('calls', describeCounts(await callCounts(run.local)), '1 GetDistributions');
      return 'one read, no write';
    },
  },
  {
    title: 'A change made outside the stack is reverted',
    run: async (run) => {
      const { local, say, check } = run;
      await local.lightsail.changeOutsideStack(NAME, { defaultRootObject: 'maintenance.html' });
      say('someone sets the root object to maintenance.html in the console');
      const changes = await deploy(run, SETTINGS, 'Site');
      check('changes', changes, ['defaultRootObject: "maintenance.html" -> "index.html"']);
      check('writes', await writes(local), ['UpdateDistribution']);
      check('root object', (await local.lightsail.distribution(NAME)).defaultRootObject, 'index.html');
      return 'root object is index.html again';
    },
  },
  {
    title: 'An invalid value is refused before any call',
    run: async ({ local, say, check }) => {
      say('$ cdk deploy   (default TTL of 10 seconds, minimum TTL of 1 minute)');
      const { exitCode, output } = await local.cdk.deploy(app('bad-value.ts'));
      const refusal = output.split('\n').find((line) => line.includes('Site/Settings')) ?? output;
      say(refusal);
      check('exit code', exitCode, 1);
      check('refusal', refusal, 'Error: Site/Settings: cacheBehaviorSettings.minimumTtl: more than defaultTtl, '
        + 'got Duration.minutes(1) and Duration.seconds(10); minimumTtl <= defaultTtl <= maximumTtl is needed; '
        + 'lower minimumTtl or raise defaultTtl');
      check('calls', describeCounts(await callCounts(local)), 'none');
      return 'refused at synthesis';
    },
  },
  {
    title: 'A failed update is rolled back while the distribution is busy',
    run: async ({ local, say, check }) => {
      const before = await local.lightsail.distribution(NAME);
      say('$ cdk deploy   (default TTL of 2 hours, and settings of a distribution whose name is misspelt)');
      const { exitCode } = await local.cdk.deploy(app('failing-update.ts'), progress(say));
      check('exit code', exitCode, 1);
      const events = await local.aws.stackEvents('Site');
      const failed = events.filter(({ ResourceStatus }) => ResourceStatus === 'UPDATE_FAILED');
      check('resources that failed', failed.map(({ ResourceType }) => ResourceType), ['Custom::LightsailDistributionSettings']);
      check('stack', events.at(-1)?.ResourceStatus, 'UPDATE_ROLLBACK_COMPLETE');
      check('the distribution', await local.lightsail.distribution(NAME), before);
      const sent = await writes(local);
      check('updates', sent.filter((operation) => operation.startsWith('Update')), ['UpdateDistribution', 'UpdateDistribution']);
      // Only a request that writes at a later poll adds a tag to the distribution.
      check('the rollback met a busy distribution', sent.includes('TagResource'), true);
      return 'former settings restored';
    },
  },
  {
    title: 'The stack is destroyed, the distribution stays',
    run: async (run) => {
      const { local, check } = run;
      const before = await local.lightsail.distribution(NAME);
      await destroy(run, SETTINGS);
      check('writes', await writes(local), []);
      check('the distribution', await local.lightsail.distribution(NAME), before);
      return 'distribution unchanged';
    },
  },
];
