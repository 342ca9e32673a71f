import * as path from 'path';
import {
  aws_iam as iam, aws_lambda as lambda, aws_logs as logs, custom_resources, Duration, RemovalPolicy, Stack, Validations,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { lightsailPolicy } from './permissions';

/**
 * Runs the handler for all distributions of a stack.
 */
export class LightsailDistributionProvider extends Construct {
  /** The service token of the provider of the scope's stack, which is defined when it is asked for first. */
  public static serviceTokenFor(scope: Construct): string {
    const stack = Stack.of(scope);
    const id = 'LightsailDistributionProvider';
    const provider = stack.node.tryFindChild(id) as LightsailDistributionProvider | undefined ?? new LightsailDistributionProvider(stack, id);
    return provider.serviceToken;
  }

  private readonly serviceToken: string;

  private constructor(scope: Construct, id: string) {
    super(scope, id);

    const logGroup = new logs.LogGroup(this, 'Logs', {
      retention: logs.RetentionDays.ONE_MONTH,
      // They explain the deployments of the stack, and nobody looks for a group with a generated name once the stack is gone.
      removalPolicy: RemovalPolicy.DESTROY,
    });

    const role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: {
        Logs: new iam.PolicyDocument({
          statements: [new iam.PolicyStatement({
            actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            resources: [logGroup.logGroupArn],
          })],
        }),
        Lightsail: lightsailPolicy(),
      },
    });

    const handler = new lambda.Function(this, 'Handler', {
      description: 'Applies the settings of Amazon Lightsail distributions',
      code: lambda.Code.fromAsset(path.join(__dirname, '..', '..', 'assets', 'handler')),
      handler: 'index.handler',
      runtime: lambda.determineLatestNodeRuntime(this),
      memorySize: 256,
      // A call takes milliseconds. Only where Lightsail does not answer do the tries add up to minutes.
      timeout: Duration.minutes(5),
      role,
      logGroup,
      loggingFormat: lambda.LoggingFormat.JSON,
    });

    const provider = new custom_resources.Provider(this, 'Provider', {
      onEventHandler: handler,
      // An event that carries what the first call returned is a poll.
      isCompleteHandler: handler,
      queryInterval: Duration.seconds(10),
      // Longer than the longest timeout of the constructs, so that it is the handler that says what was pending.
      totalTimeout: Duration.minutes(55),
      logGroup,
      // The framework logs events with their ResponseURL, with which anybody could answer in our place.
      frameworkLambdaLoggingLevel: lambda.ApplicationLogLevel.FATAL,
    });
    this.serviceToken = provider.serviceToken;

    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'Lightsail has no resource-level permission for its Get actions.',
    });
    // As acknowledge() would do it, were it not to refuse ids with more than one "::".
    role.node.addMetadata(Validations.ACKNOWLEDGED_RULES_METADATA_KEY, {
      'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:lightsail:us-east-1:<AWS::AccountId>:Distribution/*]':
        'The ARN of a distribution ends in an id that Lightsail gives it, not in its name, and is not known before the deployment.',
    });
    Validations.of(handler).acknowledge({
      id: 'AwsSolutions-L1',
      reason: 'The runtime is the newest that this version of aws-cdk-lib deploys in every Region.',
    });
  }
}
