import { App, aws_lightsail as lightsail, aws_s3 as s3, aws_s3_deployment as s3_deployment, CfnOutput, CfnParameter, CfnResource, Duration, Fn, PropertyInjectors, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { addDistribution, addSettings, newStack } from './stack-under-test';
import { Distribution, DistributionCacheReset, DistributionSettings, type DistributionCacheResetProps } from '../../src';

const TYPE = 'Custom::LightsailDistributionCacheReset';

interface Resource {
  readonly Properties: Record<string, unknown>;
  readonly DependsOn?: readonly string[];
}

/** Adds a cache reset, by default of an existing distribution. */
function addReset(scope: Stack, id = 'Reset', { distribution = Distribution.fromDistributionName(scope, `${id}Of`, 'my-cdn'), ...props }: Partial<DistributionCacheResetProps> = {}) {
  return new DistributionCacheReset(scope, id, { distribution, ...props });
}

/** The only cache reset in the template of a stack. */
function resourceOf(stack: Stack): Resource {
  const [resource] = Object.values(Template.fromStack(stack).findResources(TYPE));
  return resource as Resource;
}

function resourceWith(props: Partial<DistributionCacheResetProps>): Resource {
  const stack = newStack();
  addReset(stack, 'Reset', props);
  return resourceOf(stack);
}

const resetStatements = (stack: Stack) => Object.values(Template.fromStack(stack).findResources('AWS::IAM::Role'))
  .flatMap(({ Properties }) => Properties.Policies ?? [])
  .flatMap(({ PolicyDocument }: { PolicyDocument: { Statement: readonly { Action: unknown }[] } }) => PolicyDocument.Statement)
  .filter(({ Action }) => Action === 'lightsail:ResetDistributionCache');

describe('properties', () => {
  test('the minimum: a name, and the time of the synthesis', () => {
    jest.useFakeTimers({ now: new Date('2026-11-22T10:00:00Z') });
    try {
      expect(resourceWith({}).Properties).toEqual({
        ServiceToken: { 'Fn::GetAtt': [expect.stringContaining('frameworkonEvent'), 'Arn'] },
        distributionName: 'my-cdn',
        triggers: ['2026-11-22T10:00:00.000Z'],
      });
    } finally {
      jest.useRealTimers();
    }
  });

  test('all of them', () => {
    expect(resourceWith({ triggers: ['b', 'a'], waitForCompletion: false, failOnTimeout: true, timeout: Duration.minutes(50) }).Properties).toEqual({
      ServiceToken: expect.anything(), distributionName: 'my-cdn', triggers: ['b', 'a'], waitForCompletion: false, failOnTimeout: true, timeoutSeconds: 3_000,
    });
  });

  test('two syntheses with triggers produce the same template', () => {
    expect(resourceWith({ triggers: ['v1'] })).toEqual(resourceWith({ triggers: ['v1'] }));
  });

  test('triggers can be tokens, and so can the list', () => {
    const stack = newStack();
    const version = new CfnParameter(stack, 'Version');
    addReset(stack, 'Reset', { triggers: ['v1', version.valueAsString] });
    expect(resourceOf(stack).Properties.triggers).toEqual(['v1', { Ref: 'Version' }]);
    expect(resourceWith({ triggers: Fn.split(',', Fn.importValue('Versions')) }).Properties.triggers).toEqual({ 'Fn::Split': [',', { 'Fn::ImportValue': 'Versions' }] });
  });
});

describe('the order', () => {
  test('after a BucketDeployment, whose object keys are the triggers', () => {
    const stack = newStack();
    const upload = new s3_deployment.BucketDeployment(stack, 'Upload', {
      sources: [s3_deployment.Source.data('index.html', 'hello')], destinationBucket: s3.Bucket.fromBucketName(stack, 'Bucket', 'my-bucket'), prune: false,
    });
    addReset(stack, 'Reset', { triggers: upload.objectKeys, executeAfter: [upload] });
    const [uploadId] = Object.keys(Template.fromStack(stack).findResources('Custom::CDKBucketDeployment'));
    expect(resourceOf(stack)).toMatchObject({
      Properties: { triggers: { 'Fn::GetAtt': [uploadId, 'SourceObjectKeys'] } }, DependsOn: expect.arrayContaining([uploadId]),
    });
  });

  test('after any constructs, also with a dependency of the CDK', () => {
    const stack = newStack();
    const [one, two, three] = ['One', 'Two', 'Three'].map((id) => new CfnResource(stack, id, { type: 'AWS::CloudFormation::WaitConditionHandle' }));
    const reset = addReset(stack, 'Reset', { executeAfter: [one, two] });
    reset.node.addDependency(three);
    expect(resourceOf(stack).DependsOn).toEqual(['One', 'Three', 'Two']);
  });
});

describe('the distribution can be', () => {
  const nameIn = (stack: Stack) => resourceOf(stack).Properties.distributionName;
  const attributeOf = (construct: Distribution | DistributionSettings) => [construct.stack.getLogicalId(construct.node.defaultChild as CfnResource), 'distributionName'];

  test('a Distribution of the same stack, which is then deployed first', () => {
    const stack = newStack();
    const distribution = addDistribution(stack);
    addReset(stack, 'Reset', { distribution });
    expect(nameIn(stack)).toEqual({ 'Fn::GetAtt': attributeOf(distribution) });
  });

  test('settings of a distribution, which are then applied first', () => {
    const stack = newStack();
    const distribution = addSettings(stack, 'Settings', { enabled: true });
    addReset(stack, 'Reset', { distribution });
    expect(nameIn(stack)).toEqual({ 'Fn::GetAtt': attributeOf(distribution) });
  });

  test('a CfnDistribution of the same stack', () => {
    const stack = newStack();
    addReset(stack, 'Reset', {
      distribution: new lightsail.CfnDistribution(stack, 'Cdn', { distributionName: 'my-cdn', bundleId: 'small_1_0', defaultCacheBehavior: {}, origin: {} }),
    });
    expect(nameIn(stack)).toEqual({ Ref: 'Cdn' });
  });

  test('a Distribution of another stack', () => {
    const app = new App();
    const distribution = addDistribution(new Stack(app, 'Cdn'), 'Cdn', { distributionName: 'my-cdn' });
    const stack = new Stack(app, 'Content');
    addReset(stack, 'Reset', { distribution });
    expect(nameIn(stack)).toEqual({ 'Fn::ImportValue': expect.stringContaining('Cdn:ExportsOutput') });
  });

  test('the same for several cache resets', () => {
    const stack = newStack();
    const distribution = addDistribution(stack);
    for (const id of ['First', 'Second']) addReset(stack, id, { distribution });
    Template.fromStack(stack).resourceCountIs(TYPE, 2);
  });
});

describe('permissions', () => {
  const anyDistribution = { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':lightsail:us-east-1:', { Ref: 'AWS::AccountId' }, ':Distribution/*']] };
  const forAny = { Effect: 'Allow', Action: 'lightsail:ResetDistributionCache', Resource: anyDistribution };
  const forOwned = { ...forAny, Condition: { StringLike: { 'aws:ResourceTag/cdk-lightsail-distribution:owner': { 'Fn::Join': ['', ['* ', { Ref: 'AWS::StackId' }, '/*']] } } } };

  test('for distributions that the stack owns, if the distribution is one of them', () => {
    const stack = newStack();
    const distribution = addDistribution(stack);
    for (const id of ['First', 'Second']) addReset(stack, id, { distribution });
    expect(resetStatements(stack)).toEqual([forOwned]);
  });

  test('for any distribution otherwise, by one statement', () => {
    const app = new App();
    const other = addDistribution(new Stack(app, 'Cdn'));
    const stack = new Stack(app, 'Site');
    for (const [index, distribution] of [undefined, other, addSettings(stack, 'Settings', { enabled: true })].entries()) addReset(stack, `Reset${index}`, { distribution });
    expect(resetStatements(stack)).toEqual([forAny]);
  });

  test('none without a cache reset', () => {
    const stack = newStack();
    addDistribution(stack);
    addSettings(stack, 'Settings', { enabled: true });
    expect(resetStatements(stack)).toEqual([]);
  });

  test('cdk-nag\'s AwsSolutions has no finding of our own resources without a reason', () => {
    const app = new App();
    const stack = new Stack(app, 'Site');
    addReset(stack);
    addReset(stack, 'Own', { distribution: addDistribution(stack) });
    const findings = new AwsSolutionsChecks(app).validateScope(stack).violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath}`));
    expect(findings.filter((finding) => !finding.includes('LightsailDistributionProvider/Provider/'))).toEqual([]);
  });
});

test('a stack gets 1 resource more with each cache reset', () => {
  const count = (define: (stack: Stack) => void) => {
    const stack = newStack();
    addSettings(stack, 'Settings', { enabled: true });
    define(stack);
    return Object.keys(Template.fromStack(stack).toJSON().Resources).length;
  };
  expect(count((stack) => ['First', 'Second'].forEach((id) => addReset(stack, id)))).toBe(count(() => undefined) + 2);
});

test('the status is an attribute', () => {
  const stack = newStack();
  const reset = addReset(stack);
  new CfnOutput(stack, 'Status', { value: reset.status });
  expect(Template.fromStack(stack).findOutputs('Status').Status.Value).toEqual({ 'Fn::GetAtt': [stack.getLogicalId(reset.node.findChild('Resource') as CfnResource), 'status'] });
});

test('an injector sets properties of every cache reset of an app', () => {
  const app = new App();
  PropertyInjectors.of(app).add({
    constructUniqueId: DistributionCacheReset.PROPERTY_INJECTION_ID,
    inject: (props: DistributionCacheResetProps): DistributionCacheResetProps => ({ failOnTimeout: true, ...props }),
  });
  const stack = new Stack(app, 'Site');
  addReset(stack);
  expect(resourceOf(stack).Properties).toMatchObject({ failOnTimeout: true });
  expect(DistributionCacheReset.name).toBe('DistributionCacheReset');
});

describe('refused are', () => {
  const refusal = (props: Partial<DistributionCacheResetProps>) => {
    try {
      addReset(newStack(), 'Reset', props);
      return undefined;
    } catch (error) {
      return (error as Error).message;
    }
  };

  test('a name, triggers and a timeout that cannot be right, all in one error', () => {
    const distribution = { distributionRef: { distributionName: 'my.cdn', distributionArn: 'arn' }, env: {}, node: newStack().node } as never;
    expect(refusal({ distribution, triggers: [], timeout: Duration.minutes(51) })?.split('\n')).toEqual([
      'Site/Reset: distribution: malformed name, got "my.cdn"; 2 to 255 letters, digits, "_" and "-" are allowed, with no "-" at either end; '
        + 'use the name of the distribution in Lightsail',
      'Site/Reset: triggers: empty list, got []; at least one trigger is needed; add one, or leave the list out to reset the cache at every deployment',
      'Site/Reset: timeout: out of range, got Duration.minutes(51); 60 to 3000 whole seconds are allowed; choose a time in this range',
    ]);
  });

  test.each([Duration.seconds(59), Duration.millis(60_500)])('a timeout of %s', (timeout) => {
    expect(refusal({ timeout })).toMatch(/^Site\/Reset: timeout: (out of range|not whole seconds), got /);
  });

  test('no tokens', () => {
    const stack = newStack();
    const seconds = new CfnParameter(stack, 'Seconds', { type: 'Number' }).valueAsNumber;
    addReset(stack, 'Reset', { timeout: Duration.seconds(seconds), triggers: new CfnParameter(stack, 'Triggers', { type: 'List<String>' }).valueAsList });
    expect(resourceOf(stack).Properties).toMatchObject({ timeoutSeconds: { Ref: 'Seconds' }, triggers: { Ref: 'Triggers' } });
  });
});
