import {
  CloudFormationClient, DescribeStacksCommand, GetTemplateCommand, ListExportsCommand, ListStackResourcesCommand, type Stack,
} from '@aws-sdk/client-cloudformation';
import type { CloudFormation, StackDescription } from './cloudformation';
import type { AwsConfiguration } from '../aws';
import { calling } from '../aws-errors';
import { allPages } from '../pages';

/** The CloudFormation port, implemented with the AWS SDK. */
export function cloudFormationClient(configuration: AwsConfiguration, region: string): CloudFormation {
  const client = new CloudFormationClient({ ...configuration, region });
  const named = (call: string) => `cloudformation:${call} in ${region}`;
  return {
    stack: (StackName) => calling(named('DescribeStacks'), async () => {
      try {
        const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName }));
        return Stacks.map(describe).find(({ status }) => status !== 'DELETE_COMPLETE');
      } catch (error) {
        if (/does not exist/.test((error as Error).message)) return undefined;
        throw error;
      }
    }),
    stacks: () => calling(named('DescribeStacks'), () => allPages(async (NextToken) => {
      const page = await client.send(new DescribeStacksCommand({ NextToken }));
      return { elements: (page.Stacks ?? []).map(describe), next: page.NextToken };
    })),
    template: (StackName) => calling(named('GetTemplate'), async () =>
      (await client.send(new GetTemplateCommand({ StackName, TemplateStage: 'Original' }))).TemplateBody ?? ''),
    resources: (StackName) => calling(named('ListStackResources'), () => allPages(async (NextToken) => {
      const page = await client.send(new ListStackResourcesCommand({ StackName, NextToken }));
      const live = (page.StackResourceSummaries ?? []).filter(({ ResourceStatus }) => ResourceStatus !== 'DELETE_COMPLETE');
      return {
        elements: live.map(({ LogicalResourceId = '', ResourceType = '', PhysicalResourceId }) =>
          ({ logicalId: LogicalResourceId, type: ResourceType, ...(PhysicalResourceId && { physicalId: PhysicalResourceId }) })),
        next: page.NextToken,
      };
    })),
    exports: () => calling(named('ListExports'), async () => new Map(await allPages(async (NextToken) => {
      const page = await client.send(new ListExportsCommand({ NextToken }));
      return { elements: (page.Exports ?? []).map(({ Name = '', Value = '' }) => [Name, Value] as const), next: page.NextToken };
    }))),
  };
}

function describe({ StackId = '', StackName = '', StackStatus, Parameters = [], Outputs = [], ParentId }: Stack): StackDescription {
  return {
    id: StackId,
    name: StackName,
    status: StackStatus ?? '',
    parameters: Object.fromEntries(Parameters.map(({ ParameterKey = '', ParameterValue = '' }) => [ParameterKey, ParameterValue])),
    outputs: Object.fromEntries(Outputs.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue])),
    isNested: ParentId !== undefined,
  };
}
