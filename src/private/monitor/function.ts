import * as path from 'path';
import {
  Aws, aws_iam as iam, aws_lambda as lambda, aws_logs as logs, Duration, Fn, RemovalPolicy, Stack, Validations,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { CLAIMS, monitorStatements } from './permissions';

/**
 * Runs all monitors of a stack: a function, its role and its log group.
 */
export class DistributionMonitorFunction extends Construct {
  /** The function of the stack of the scope. The first call defines it. */
  public static of(scope: Construct): DistributionMonitorFunction {
    const stack = Stack.of(scope);
    const id = 'LightsailDistributionMonitor';
    return stack.node.tryFindChild(id) as DistributionMonitorFunction | undefined ?? new DistributionMonitorFunction(stack, id);
  }

  public readonly functionArn: string;

  /** Of the function, and of the schedules that invoke it. */
  public readonly role: iam.Role;

  private constructor(scope: Construct, id: string) {
    super(scope, id);
    const logGroup = new logs.LogGroup(this, 'Logs', {
      retention: logs.RetentionDays.ONE_MONTH,
      // It explains the metrics, which CloudWatch keeps, and has a generated name that is of no use after the stack is deleted.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // The role allows the schedules to invoke the function, which has this role: the name must be known before. The id of the stack is unique.
    const functionName = `lightsail-monitor-${Fn.select(2, Fn.split('/', Aws.STACK_ID))}`;
    const functionArn = `arn:${Aws.PARTITION}:lambda:${Aws.REGION}:${Aws.ACCOUNT_ID}:function:${functionName}`;
    this.role = new iam.Role(this, 'Role', {
      assumedBy: new iam.CompositePrincipal(
        new iam.ServicePrincipal('lambda.amazonaws.com'),
        new iam.ServicePrincipal('scheduler.amazonaws.com', { conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } } }),
      ),
      inlinePolicies: { Monitor: new iam.PolicyDocument({ statements: monitorStatements(logGroup, functionArn) }) },
    });
    const handler = new lambda.Function(this, 'Handler', {
      description: 'Publishes metrics and drift of Amazon Lightsail distributions',
      functionName,
      code: lambda.Code.fromAsset(path.join(__dirname, '..', '..', '..', 'assets', 'monitor')),
      handler: 'index.handler',
      runtime: lambda.determineLatestNodeRuntime(this),
      memorySize: 256,
      // A run takes a second. Only if Lightsail throttles or does not respond, the retries take longer.
      timeout: Duration.minutes(4),
      role: this.role,
      logGroup,
      environment: { LOG_GROUP_NAME: logGroup.logGroupName },
    });
    this.functionArn = handler.functionArn;

    Validations.of(this.role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'Lightsail has no resource-level permission for its Get actions.',
    });
    const stack = Stack.of(this);
    // `acknowledge()` refuses ids with more than one "::".
    this.role.node.addMetadata(Validations.ACKNOWLEDGED_RULES_METADATA_KEY, {
      [`AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:logs:<AWS::Region>:<AWS::AccountId>:log-group:<${stack.getLogicalId(logGroup.node.defaultChild as logs.CfnLogGroup)}>:log-stream:${CLAIMS}]`]:
        'The function deletes its own old log streams, each of which is named after a period.',
    });
    Validations.of(handler).acknowledge({
      id: 'AwsSolutions-L1',
      reason: 'The runtime is the newest that this version of aws-cdk-lib deploys in every Region.',
    });
  }
}
