import { Validations, type CfnElement, type Stack } from 'aws-cdk-lib';
import { type IConstruct } from 'constructs';

/**
 * Acknowledges the findings of cdk-nag's AwsSolutions in the CDK's provider framework. The library acknowledges those in its own
 * resources. Call this function after the stack has defined its distributions.
 */
export function acknowledgeProvider(stack: Stack): void {
  const provider = stack.node.findChild('LightsailDistributionProvider');
  const framework = provider.node.findChild('Provider');
  const mayCall = (functionNode: IConstruct) => {
    const logicalId: string = stack.resolve((functionNode.node.defaultChild as CfnElement).logicalId);
    return `AwsSolutions-IAM5[Resource::<${logicalId}.Arn>:*]`;
  };

  // Not with acknowledge(), which refuses ids with more than one "::" in aws-cdk-lib 2.257.
  framework.node.addMetadata(Validations.ACKNOWLEDGED_RULES_METADATA_KEY, {
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]':
      'The framework gives its functions this policy, which lets them write logs and nothing else.',
    [mayCall(provider.node.findChild('Handler'))]:
      'The framework\'s functions may call the handler in any of its versions, and no other function.',
    [mayCall(framework.node.findChild('framework-isComplete'))]:
      'The state machine may call this function in any of its versions: it polls whether the deployment has completed.',
    [mayCall(framework.node.findChild('framework-onTimeout'))]:
      'The state machine may call this function in any of its versions: it ends a deployment that takes too long.',
    'AwsSolutions-L1': 'The framework\'s functions run on the newest Node.js that this version of aws-cdk-lib deploys in every Region.',
    'AwsSolutions-SF1': 'The input of the state machine contains a ResponseURL, which must not be logged. The handler logs the result of each poll.',
    'AwsSolutions-SF2': 'A trace would only show that the handler is polled every ten seconds, and the framework cannot enable tracing.',
  });
}
