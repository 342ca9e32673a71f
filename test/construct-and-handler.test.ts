import { App, aws_route53 as route53, RemovalPolicy, Stack, Tags } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { Construct } from 'constructs';
import { certificateOptions, EVERY_OPTION, EVERY_OPTION_OF_CACHE_RESET } from './every-option';
import { asCloudFormationSends } from './lambda/cloudformation-strings';
import { CACHE_RESET } from '../lambda/cache-reset/controller';
import { parseRequest as parseCacheReset } from '../lambda/cache-reset/request';
import { attributesOf } from '../lambda/certificate/attributes';
import { CERTIFICATE } from '../lambda/certificate/name';
import { parseRequest as parseCertificateRequest } from '../lambda/certificate/parse-request';
import { deletionsOf } from '../lambda/distribution/deletion/deletion';
import { DISTRIBUTION } from '../lambda/distribution/name';
import { parseRequest } from '../lambda/distribution/parse-request';
import { SETTING_NAMES } from '../lambda/distribution/settings';
import type { ResourceEvent } from '../lambda/protocol/event';
import {
  CertificateValidation, Distribution, DistributionCacheReset, DistributionCertificate, DistributionSettings, OnExisting,
  type DistributionCertificateProps,
} from '../src';

/** The event that CloudFormation sends for the only resource of a type. */
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
    // The ARN of the function is the only value that is unknown at synthesis.
    ResourceProperties: { ...asCloudFormationSends(Properties) as Record<string, unknown>, ServiceToken: 'arn:aws:lambda:…' },
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

describe('a certificate of the stack', () => {
  const requested = (propsIn: (scope: Construct) => DistributionCertificateProps) =>
    parseCertificateRequest(eventOf(CERTIFICATE, (scope) => void new DistributionCertificate(scope, 'Cdn', propsIn(scope)), { LogicalResourceId: 'Certificate' }), 0);

  test('every option reaches the handler', () => {
    expect(requested(certificateOptions)).toEqual({
      id: 'request-1',
      resource: 'arn:aws:cloudformation:eu-west-1:111122223333:stack/Site/0b5f8a1e/Certificate',
      construct: 'eu-west-1/Site/Certificate',
      resourceName: 'shop-certificate',
      domainName: 'example.com',
      domainNames: ['example.com', 'shop.example.com', 'www.example.com'],
      hostedZones: [{ hostedZoneId: 'Z0123456789ABC', roleArn: 'arn:aws:iam::444455556666:role/dns' }],
      tags: [{ key: 'public', value: '' }, { key: 'team', value: 'web' }],
      removedTags: [],
      isNew: true,
      waitForIssuance: false,
      timeoutSeconds: 600,
      startedAt: 0,
    });
  });

  test('by default has a generated name, no tags and no hosted zone, and is waited for', () => {
    expect(requested(() => ({ domainName: 'example.com' }))).toMatchObject({
      resourceName: expect.stringMatching(/^Site-Certificate-[0-9a-f]{12}$/), domainNames: ['example.com'], hostedZones: [], tags: [], waitForIssuance: true, timeoutSeconds: 3_000,
    });
  });

  test('the hosted zones of several domain names reach the handler', () => {
    const zoneOf = (scope: Construct, zoneName: string, hostedZoneId: string) =>
      route53.HostedZone.fromHostedZoneAttributes(scope, zoneName, { hostedZoneId, zoneName });
    const { hostedZones } = requested((scope) => ({
      domainName: 'example.com',
      subjectAlternativeNames: ['example.org'],
      validation: CertificateValidation.fromDnsMultiZone({ 'example.com': zoneOf(scope, 'example.com', 'Z1'), 'example.org': zoneOf(scope, 'example.org', 'Z2') }),
    }));
    expect(hostedZones).toEqual([{ domainName: 'example.com', hostedZoneId: 'Z1' }, { domainName: 'example.org', hostedZoneId: 'Z2' }]);
  });

  test('the attributes that the construct refers to are those that the handler returns', () => {
    const stack = new Stack(new App(), 'Site');
    const { certificateName, certificateArn, certificateStatus, validationRecords } = new DistributionCertificate(stack, 'Cert', { domainName: 'example.com' });
    const attributes = [certificateName, certificateArn, certificateStatus, validationRecords]
      .map((reference) => (stack.resolve(reference) as { 'Fn::GetAtt': [string, string] })['Fn::GetAtt'][1]);
    expect(attributes).toEqual(Object.keys(attributesOf({})));
  });
});
