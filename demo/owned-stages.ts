import { app, deploy, destroy, OWNED } from './deploy';
import { writes, type Stage, type StageRun } from './stage';

/** The lifecycle of a distribution that the stack owns. */
export const ownedStages: readonly Stage[] = [
  {
    title: 'A distribution is created',
    run: async (run) => {
      const { local, say, check } = run;
      await local.lightsail.seedOrigin('shop-server', { regionName: 'eu-west-1', resourceType: 'Instance' });
      check('changes', await deploy(run, OWNED, 'Shop'), ['created']);
      check('writes', await writes(local), ['CreateDistribution', 'UntagResource']);
      const live = await local.lightsail.distribution('shop');
      check('status', live.status, 'Deployed');
      check('default TTL', live.cacheBehaviorSettings.defaultTTL, 3600);
      check('cache behaviors', live.cacheBehaviors, [{ path: '/api/*', behavior: 'dont-cache' }]);
      say(`shop at ${live.domainName}, ${live.status}`);
      return 'everything in one CreateDistribution, one deployment to the edge';
    },
  },
  {
    title: 'A setting of it changes',
    run: async (run) => {
      const { local, say, check } = run;
      say('a developer sets a default TTL of 2 hours in the app');
      check('changes', await deploy(run, app('changed.ts'), 'Shop'), ['cacheBehaviorSettings.defaultTTL: 3600 -> 7200']);
      check('writes', await writes(local), ['UpdateDistribution']);
      check('default TTL', (await local.lightsail.distribution('shop')).cacheBehaviorSettings.defaultTTL, 7200);
      return 'updated in place';
    },
  },
  {
    title: 'It is renamed',
    run: async (run) => {
      const { local, say, check } = run;
      say('a developer renames it to store in the app');
      check('changes', await deploy(run, app('renamed.ts'), 'Shop'), ['created']);
      check('writes', await writes(local), ['CreateDistribution', 'UntagResource', 'DeleteDistribution']);
      check('distributions', await names(run), ['store']);
      return 'the new distribution existed before the former one was deleted';
    },
  },
  {
    title: 'The stack is destroyed, and the distribution with it',
    run: async (run) => {
      const { local, check } = run;
      await destroy(run, app('renamed.ts'));
      check('writes', await writes(local), ['DeleteDistribution']);
      check('distributions', await names(run), []);
      return 'nothing is left';
    },
  },
];

async function names({ local }: StageRun): Promise<readonly string[]> {
  return (await local.lightsail.snapshot()).distributions.map(({ name }) => name);
}
