import type { Value } from './value';

/** The account and Region to which a stack is deployed. */
export interface Environment {
  readonly account: string;
  readonly region: string;
}

/** Returns the pseudo parameters. `name` and `id` are those of the stack. */
export function pseudoParameters({ account, region }: Environment, name: Value, id: Value): Readonly<Record<string, Value>> {
  const isChina = region.startsWith('cn-');
  return {
    'AWS::AccountId': account,
    'AWS::Region': region,
    'AWS::Partition': isChina ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws',
    'AWS::URLSuffix': isChina ? 'amazonaws.com.cn' : 'amazonaws.com',
    'AWS::StackName': name,
    'AWS::StackId': id,
    'AWS::NotificationARNs': [],
  };
}
