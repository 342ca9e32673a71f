import { Validations, type CfnElement, type Stack } from 'aws-cdk-lib';
import { type IConstruct } from 'constructs';

/**
 * Tells cdk-nag's AwsSolutions why the provider of a stack with distributions is as it is. The library does so for its own resources;
 * what is left is CDK's provider framework, which runs them. Call it when the stack has its distributions.
 */
export function acknowledgeProvider(stack: Stack): void {
  const provider = stack.node.findChild('LightsailDistributionProvider');
  const framework = provider.node.findChild('Provider');
  const mayCall = (functionNode: IConstruct) => {
    const logicalId: string = stack.resolve((functionNode.node.defaultChild as CfnElement).logicalId);
    return `AwsSolutions-IAM5[Resource::<${logicalId}.Arn>:*]`;
  };

  // Not by acknowledge(), which at aws-cdk-lib 2.257 refuses ids with more than one "::".
  framework.node.addMetadata(Validations.ACKNOWLEDGED_RULES_METADATA_KEY, {
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]':
      'The framework gives its functions this policy, which lets them write logs and nothing else.',
    [mayCall(provider.node.findChild('Handler'))]:
      'The framework\'s functions may call the handler in any of its versions, and no other function.',
    [mayCall(framework.node.findChild('framework-isComplete'))]:
      'The state machine may call this function in any of its versions: it asks whether the edge has the change.',
    [mayCall(framework.node.findChild('framework-onTimeout'))]:
      'The state machine may call this function in any of its versions: it ends a deployment that takes too long.',
    'AwsSolutions-L1': 'The framework\'s functions run on the newest Node.js that this version of aws-cdk-lib deploys in every Region.',
    'AwsSolutions-SF1': 'What the state machine passes on holds a ResponseURL, which must not be logged. The handler logs what each poll has found.',
    'AwsSolutions-SF2': 'All that a trace could show is that the handler is asked every ten seconds, and the framework cannot turn it on.',
  });
}
