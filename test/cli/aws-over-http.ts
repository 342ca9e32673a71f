import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { ACCOUNT, REGION } from './fake-aws';

export interface QueryServer {
  readonly url: string;
  /** The actions that were called, with the prefix of IAM. */
  readonly actions: string[];
  close(): Promise<void>;
}

type Answers = Readonly<Record<string, (parameters: URLSearchParams) => string>>;

/** An error in the format of these services. */
export class Refusal extends Error {
  constructor(readonly code: string, message: string) {
    super(message);
  }
}

const stackId = (name: string) => `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/${name}/0b5f8a1e`;

/** CloudFormation and STS, which have the same protocol. CloudFormation has one deployed stack, whose resources are on two pages. */
export async function queryServer(template: object, physicalIds: Readonly<Record<string, string>>, changed: Answers = {}): Promise<QueryServer> {
  const actions: string[] = [];
  const answers: Answers = {
    GetCallerIdentity: () => `<Account>${ACCOUNT}</Account>`,
    DescribeStacks: (parameters) => {
      const name = parameters.get('StackName');
      if (name !== null && name !== 'web' && name !== stackId('web')) throw new Refusal('ValidationError', `Stack with id ${name} does not exist`);
      if (name === null && parameters.get('NextToken') === null) return '<Stacks/><NextToken>2</NextToken>';
      return `<Stacks><member><StackId>${stackId('web')}</StackId><StackName>web</StackName><StackStatus>UPDATE_COMPLETE</StackStatus>`
        + '<Parameters><member><ParameterKey>Root</ParameterKey><ParameterValue>index.html</ParameterValue></member></Parameters>'
        + '<Outputs><member><OutputKey>Name</OutputKey><OutputValue>my-cdn</OutputValue></member></Outputs></member></Stacks>';
    },
    GetTemplate: () => `<TemplateBody>${JSON.stringify(template).replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</TemplateBody>`,
    ListStackResources: (parameters) => {
      if (parameters.get('NextToken') === null) return '<StackResourceSummaries/><NextToken>2</NextToken>';
      const rows = Object.entries(physicalIds).map(([logicalId, physicalId]) =>
        `<member><LogicalResourceId>${logicalId}</LogicalResourceId><PhysicalResourceId>${physicalId}</PhysicalResourceId>`
        + '<ResourceType>Custom::LightsailDistribution</ResourceType><ResourceStatus>CREATE_COMPLETE</ResourceStatus></member>');
      return `<StackResourceSummaries>${rows.join('')}</StackResourceSummaries>`;
    },
    ListExports: () => '<Exports><member><Name>tls</Name><Value>TLSv1.2_2021</Value></member></Exports>',
    ...changed,
  };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => { body += String(chunk); });
    request.on('end', () => {
      const parameters = new URLSearchParams(body);
      const action = parameters.get('Action')!;
      actions.push(`${action === 'GetCallerIdentity' ? 'sts' : 'cloudformation'}:${action}`);
      try {
        response.end(`<${action}Response><${action}Result>${answers[action](parameters)}</${action}Result></${action}Response>`);
      } catch (error) {
        response.statusCode = 400;
        const { code, message } = error as Refusal;
        response.end(`<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`);
      }
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    actions,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
