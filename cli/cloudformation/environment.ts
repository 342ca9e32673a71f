import type { Value } from './value';

/** Where a stack is deployed. */
export interface Environment {
  readonly account: string;
  readonly region: string;
}

/** `id` is that of the stack. */
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
