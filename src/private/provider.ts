import * as path from 'path';
import {
  aws_iam as iam, aws_lambda as lambda, aws_logs as logs, aws_route53 as route53, CfnResource, custom_resources, Duration, IResolvable, Lazy,
  RemovalPolicy, Stack, Validations,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import {
  adoptionStatement, cacheResetStatement, certificateStatements, ownershipStatements, readStatements, settingsStatements, validationRecordStatement,
} from './permissions';
import { CertificateValidation } from '../certificate-validation';

/**
 * Runs the handler for all distributions of a stack.
 */
export class LightsailDistributionProvider extends Construct {
  /** The provider of the stack of the scope. The first call defines it. */
  public static of(scope: Construct): LightsailDistributionProvider {
    const stack = Stack.of(scope);
    const id = 'LightsailDistributionProvider';
    return stack.node.tryFindChild(id) as LightsailDistributionProvider | undefined ?? new LightsailDistributionProvider(stack, id);
  }

  /** The service token of the custom resources. Resolved once: otherwise each resource that refers to it would compute its logical id again. */
  public readonly serviceToken: IResolvable;

  private readonly role: iam.Role;
  private readonly lightsailPolicy = new iam.PolicyDocument({ statements: readStatements() });
  private readonly cacheResets = new Set<boolean>();
  private allowsSettings = false;
  private allowsAdoption = false;

  private constructor(scope: Construct, id: string) {
    super(scope, id);

    const logGroup = new logs.LogGroup(this, 'Logs', {
      retention: logs.RetentionDays.ONE_MONTH,
      // It explains the deployments of the stack, and has a generated name that is of no use after the stack is deleted.
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
        Lightsail: this.lightsailPolicy,
      },
    });

    const handler = new lambda.Function(this, 'Handler', {
      description: 'Manages Amazon Lightsail distributions',
      code: lambda.Code.fromAsset(path.join(__dirname, '..', '..', 'assets', 'handler')),
      handler: 'index.handler',
      runtime: lambda.determineLatestNodeRuntime(this),
      memorySize: 256,
      // A call takes milliseconds. Only if Lightsail throttles or does not respond, the retries take minutes.
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
      // Longer than the longest timeout of the constructs, so that the handler fails first and says what is pending.
      totalTimeout: Duration.minutes(55),
      logGroup,
      // The framework logs events with their ResponseURL, with which anyone could respond to CloudFormation.
      frameworkLambdaLoggingLevel: lambda.ApplicationLogLevel.FATAL,
    });
    this.serviceToken = Lazy.any({ produce: () => Stack.of(this).resolve(provider.serviceToken) });

    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'Lightsail has no resource-level permission for its Get actions.',
    });
    Validations.of(handler).acknowledge({
      id: 'AwsSolutions-L1',
      reason: 'The runtime is the newest that this version of aws-cdk-lib deploys in every Region.',
    });
  }

  /** Lets the handler change settings of distributions that the stack does not own. */
  public allowSettings(): void {
    if (this.allowsSettings) return;
    this.allowsSettings = true;
    this.lightsailPolicy.addStatements(...settingsStatements());
    acknowledgeUnknownIds(this.role);
  }

  /**
   * Lets the handler reset the cache of distributions.
   *
   * @param isOwned whether the stack owns the distribution; otherwise the handler may reset the cache of any
   */
  public allowCacheReset(isOwned: boolean): void {
    if (this.cacheResets.has(isOwned)) return;
    this.cacheResets.add(isOwned);
    this.lightsailPolicy.addStatements(cacheResetStatement(isOwned));
    acknowledgeUnknownIds(this.role);
  }

  /**
   * Lets the handler create distributions, and change and delete those that the stack owns.
   *
   * Owned distributions depend on this policy, so that they are deleted before it: CloudFormation changes a role first, and deletes last.
   *
   * @param adopts whether the distribution may be one that exists already
   */
  public allowOwning(adopts: boolean): CfnResource {
    const id = 'Ownership';
    const policy = this.node.tryFindChild(id) as iam.Policy | undefined ?? this.ownershipPolicy(id);
    if (adopts && !this.allowsAdoption) {
      this.allowsAdoption = true;
      policy.addStatements(adoptionStatement());
    }
    return policy.node.defaultChild as CfnResource;
  }

  /**
   * Lets the handler request certificates, validate them in the hosted zones of the validation, and delete those that the stack owns.
   *
   * Certificates depend on this policy, as owned distributions do on theirs.
   */
  public allowCertificates(domainNames: readonly string[], { hostedZone, hostedZones, role }: CertificateValidation): CfnResource {
    const id = 'Certificates';
    const policy = this.node.tryFindChild(id) as iam.Policy | undefined ?? this.certificatePolicy(id);
    const zones: (readonly [readonly string[], route53.IHostedZone])[] = hostedZone ? [[domainNames, hostedZone]]
      : Object.entries(hostedZones ?? {}).map(([domainName, zone]) => [[domainName], zone]);
    if (role === undefined) {
      policy.addStatements(...zones.map(([names, zone]) => validationRecordStatement(zone, names)));
    } else {
      policy.addStatements(new iam.PolicyStatement({ actions: ['sts:AssumeRole'], resources: [role.roleArn] }));
    }
    return policy.node.defaultChild as CfnResource;
  }

  private certificatePolicy(id: string): iam.Policy {
    const policy = new iam.Policy(this, id, { roles: [this.role], statements: certificateStatements() });
    Validations.of(policy).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'Lightsail has no resource-level permission for CreateCertificate.',
    });
    acknowledgeUnknownIds(policy);
    return policy;
  }

  private ownershipPolicy(id: string): iam.Policy {
    const policy = new iam.Policy(this, id, { roles: [this.role], statements: ownershipStatements() });
    Validations.of(policy).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'Lightsail has no resource-level permission for CreateDistribution.',
    });
    acknowledgeUnknownIds(policy);
    const resource = policy.node.defaultChild as CfnResource;
    // The default id, but computed once, not for each distribution that depends on it.
    resource.overrideLogicalId(Stack.of(this).getLogicalId(resource));
    return policy;
  }
}

/** Acknowledges the wildcards in ARNs. `acknowledge()` would do the same, but refuses ids with more than one "::". */
function acknowledgeUnknownIds(construct: Construct): void {
  construct.node.addMetadata(Validations.ACKNOWLEDGED_RULES_METADATA_KEY, Object.fromEntries(['Distribution', 'Certificate'].map((type) => [
    `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:lightsail:us-east-1:<AWS::AccountId>:${type}/*]`,
    `The ARN of a ${type.toLowerCase()} ends in an id that Lightsail assigns, and is unknown before the deployment.`,
  ])));
}
