import * as path from 'path';
import {
  aws_iam as iam, aws_lambda as lambda, aws_logs as logs, CfnResource, custom_resources, Duration, IResolvable, Lazy, RemovalPolicy, Stack,
  Validations,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { lightsailPolicy, ownershipStatements } from './permissions';

/**
 * Runs the handler for all distributions of a stack.
 */
export class LightsailDistributionProvider extends Construct {
  /** The provider of the scope's stack, which is defined when it is asked for first. */
  public static of(scope: Construct): LightsailDistributionProvider {
    const stack = Stack.of(scope);
    const id = 'LightsailDistributionProvider';
    return stack.node.tryFindChild(id) as LightsailDistributionProvider | undefined ?? new LightsailDistributionProvider(stack, id);
  }

  /** Where the custom resources of the stack find it. Resolved once: a reference is made into a logical id anew for each resource that has it. */
  public readonly serviceToken: IResolvable;

  private readonly role: iam.Role;

  private constructor(scope: Construct, id: string) {
    super(scope, id);

    const logGroup = new logs.LogGroup(this, 'Logs', {
      retention: logs.RetentionDays.ONE_MONTH,
      // They explain the deployments of the stack, and nobody looks for a group with a generated name once the stack is gone.
      removalPolicy: RemovalPolicy.DESTROY,
    });

    const role = this.role = new iam.Role(this, 'Role', {
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
      description: 'Manages Amazon Lightsail distributions',
      code: lambda.Code.fromAsset(path.join(__dirname, '..', '..', 'assets', 'handler')),
      handler: 'index.handler',
      runtime: lambda.determineLatestNodeRuntime(this),
      memorySize: 256,
      // A call takes milliseconds. Only where Lightsail throttles or does not answer do the tries add up to minutes.
      timeout: Duration.minutes(10),
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
    this.serviceToken = Lazy.any({ produce: () => Stack.of(this).resolve(provider.serviceToken) });

    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'Lightsail has no resource-level permission for its Get actions.',
    });
    role.node.addMetadata(Validations.ACKNOWLEDGED_RULES_METADATA_KEY, idsUnknown('Distribution', 'Certificate'));
    Validations.of(handler).acknowledge({
      id: 'AwsSolutions-L1',
      reason: 'The runtime is the newest that this version of aws-cdk-lib deploys in every Region.',
    });
  }

  /**
   * Lets the handler create and delete distributions.
   *
   * What is owned depends on this policy, so that it is deleted before the policy is: CloudFormation changes a role first, and deletes last.
   */
  public allowOwning(): CfnResource {
    const id = 'Ownership';
    const policy = this.node.tryFindChild(id) ?? this.ownershipPolicy(id);
    return policy.node.defaultChild as CfnResource;
  }

  private ownershipPolicy(id: string): iam.Policy {
    const policy = new iam.Policy(this, id, { roles: [this.role], statements: ownershipStatements() });
    Validations.of(policy).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'Lightsail has no resource-level permission for CreateDistribution.',
    });
    policy.node.addMetadata(Validations.ACKNOWLEDGED_RULES_METADATA_KEY, idsUnknown('Distribution'));
    const resource = policy.node.defaultChild as CfnResource;
    // The id that it has anyway, but hashed once, not for each distribution that depends on it.
    resource.overrideLogicalId(Stack.of(this).getLogicalId(resource));
    return policy;
  }
}

/** As `acknowledge()` would do it, were it not to refuse ids with more than one "::". */
function idsUnknown(...resourceTypes: readonly string[]): Record<string, string> {
  return Object.fromEntries(resourceTypes.map((type) => [
    `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:lightsail:us-east-1:<AWS::AccountId>:${type}/*]`,
    `The ARN of a ${type.toLowerCase()} ends in an id that Lightsail gives it, not in its name, and is not known before the deployment.`,
  ]));
}
