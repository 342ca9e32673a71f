import { App, RemovalPolicy, Stack, Tags } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { Construct } from 'constructs';
import { EVERY_OPTION, EVERY_OPTION_OF_CACHE_RESET } from './every-option';
import { asCloudFormationSends } from './lambda/cloudformation-strings';
import { CACHE_RESET } from '../lambda/cache-reset/controller';
import { parseRequest as parseCacheReset } from '../lambda/cache-reset/request';
import { deletionsOf } from '../lambda/distribution/deletion/deletion';
import { DISTRIBUTION } from '../lambda/distribution/name';
import { parseRequest } from '../lambda/distribution/parse-request';
import { SETTING_NAMES } from '../lambda/distribution/settings';
import type { ResourceEvent } from '../lambda/protocol/event';
import { Distribution, DistributionCacheReset, DistributionSettings, OnExisting } from '../src';

/** The event that CloudFormation makes of the only resource of a type. */
function eventOf(resourceType: string, define: (scope: Construct) => void, more: Partial<ResourceEvent> = {}): ResourceEvent {
  const stack = new Stack(new App(), 'Site');
  define(stack);
  const [{ Properties }] = Object.values(Template.fromStack(stack).findResources(resourceType));
  return {
    RequestType: 'Create',
    RequestId: 'request-1',
    ResourceType: resourceType,
    StackId: 'arn:aws:cloudformation:eu-west-1:111122223333:stack/Site/0b5f8a1e',
    LogicalResourceId: 'Cdn',
    ResourceProperties: asCloudFormationSends(Properties) as Record<string, unknown>,
    ...more,
  };
}

const settingsOnly = (scope: Construct) => {
  new DistributionSettings(scope, 'Cdn', { ...EVERY_OPTION, distribution: Distribution.fromDistributionName(scope, 'Distribution', 'my-cdn') });
};
const owning = (props: Partial<ConstructorParameters<typeof Distribution>[2]> = {}) => (scope: Construct) =>
  void new Distribution(scope, 'Cdn', { ...EVERY_OPTION, ...props });

describe.each([['Custom::LightsailDistributionSettings', settingsOnly], [DISTRIBUTION, owning()]] as const)('%s', (resourceType, define) => {
  test('every setting of the handler\'s table can be set by the construct, and the handler receives the same value', () => {
    const { desired, waitForDeployment, timeoutSeconds } = parseRequest(eventOf(resourceType, define), 0);
    expect(Object.keys(desired).sort()).toEqual([...SETTING_NAMES].sort());
    expect([waitForDeployment, timeoutSeconds]).toEqual([true, 3_000]);
    expect(desired).toMatchObject({
      'origin.responseTimeout': 20,
      'enablePrivateOriginAccess': true,
      'cacheBehaviorSettings.defaultTTL': 0,
      'cacheBehaviorSettings.forwardedQueryStrings': { option: false, queryStringsAllowList: ['page'] },
      'cacheBehaviors': [{ path: 'api/*', behavior: 'dont-cache' }],
      'isEnabled': false,
      'defaultRootObject': '',
      'customErrorResponses': [{ errorCode: 404, responseCode: '200', responsePagePath: '/index.html', errorCachingMinTTL: 0 }],
      'enableWaf': true,
    });
  });
});

test('settings of a distribution that the stack does not own request nothing else', () => {
  expect(parseRequest(eventOf('Custom::LightsailDistributionSettings', settingsOnly), 0).owned).toBeUndefined();
});

describe('a distribution of the stack', () => {
  const owned = (define: (scope: Construct) => void) => parseRequest(eventOf(DISTRIBUTION, define), 0).owned;

  test('by default refuses an existing one, has no tags and a generated name', () => {
    expect(owned(owning())).toEqual({ onExisting: 'fail', tags: [], removedTags: [], isCreate: true, isNew: true, stackRegion: 'eu-west-1' });
    expect(parseRequest(eventOf(DISTRIBUTION, owning()), 0).resourceName).toMatch(/^Site-Cdn-[0-9a-f]{12}$/);
  });

  test('adopts an existing distribution if the option says so', () => {
    const event = eventOf(DISTRIBUTION, owning({ distributionName: 'my-cdn', onExisting: OnExisting.ADOPT }));
    expect(parseRequest(event, 0)).toMatchObject({ resourceName: 'my-cdn', owned: { onExisting: 'adopt' } });
  });

  test('has its own tags and those of the app, also one that is a key only', () => {
    const define = (scope: Construct) => {
      owning({ tags: { team: 'web', public: '' } })(scope);
      Tags.of(scope).add('stage', 'live');
    };
    expect(owned(define)?.tags).toEqual([{ key: 'public', value: '' }, { key: 'stage', value: 'live' }, { key: 'team', value: 'web' }]);
  });

  test.each([
    [undefined, false], [RemovalPolicy.DESTROY, true], [RemovalPolicy.RETAIN, false], [RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE, false],
  ])('deletes an adopted one only if the removal policy is given as DESTROY: %p', (removalPolicy, deleteAdopted) => {
    const event = eventOf(DISTRIBUTION, owning({ removalPolicy, distributionName: 'my-cdn' }), { RequestType: 'Delete', PhysicalResourceId: 'my-cdn' });
    expect(deletionsOf(event, 0)).toEqual([expect.objectContaining({ resourceName: 'my-cdn', deleteAdopted })]);
  });
});

describe('a cache reset', () => {
  const received = (options: Partial<typeof EVERY_OPTION_OF_CACHE_RESET>) => parseCacheReset(eventOf(CACHE_RESET, (scope) => {
    const distribution = Distribution.fromDistributionName(scope, 'Distribution', 'my-cdn');
    new DistributionCacheReset(scope, 'Reset', { distribution, ...options });
  }), 0);

  test('the handler receives every option', () => {
    expect(received(EVERY_OPTION_OF_CACHE_RESET)).toMatchObject({
      resourceName: 'my-cdn', triggers: ['v2', 'index.html'], waitForCompletion: false, failOnTimeout: true, timeoutSeconds: 1_200,
    });
  });

  test('without options it waits for 15 minutes, and its trigger is the time of the synthesis', () => {
    expect(received({})).toMatchObject({ triggers: [expect.stringMatching(/^\d{4}-.*Z$/)], waitForCompletion: true, failOnTimeout: false, timeoutSeconds: 900 });
  });
});
