import { join } from 'node:path';
import { runCommand } from './command';
import { REGION, ROOT } from './environment';

export interface StackEvent {
  readonly LogicalResourceId: string;
  readonly PhysicalResourceId: string;
  readonly ResourceType: string;
  readonly ResourceStatus: string;
  readonly ResourceStatusReason?: string;
  readonly Timestamp: string;
}

/** A record as `list-resource-record-sets` returns it. */
export interface RecordSet {
  readonly Name: string;
  readonly Type: string;
  readonly TTL?: number;
  readonly ResourceRecords?: readonly { readonly Value: string }[];
  readonly AliasTarget?: { readonly HostedZoneId: string; readonly DNSName: string };
}

/** The AWS CLI, for the requests that the CDK CLI does not make. */
export class AwsCli {
  constructor(private readonly bin: string, private readonly env: NodeJS.ProcessEnv, private readonly signal: AbortSignal) {}

  /** Returns the events of a stack, oldest first. */
  async stackEvents(stackName: string, region = REGION): Promise<readonly StackEvent[]> {
    const { StackEvents } = await this.json<{ StackEvents: StackEvent[] }>(
      ['cloudformation', 'describe-stack-events', '--stack-name', stackName, '--region', region],
    );
    return StackEvents.reverse();
  }

  async stackStatus(stackName: string): Promise<string | undefined> {
    return (await this.stackEvents(stackName)).at(-1)?.ResourceStatus;
  }

  /** Returns why resources failed, oldest first. The lines that the provider framework adds below the message are left out. */
  async failures(stackName: string): Promise<readonly string[]> {
    return (await this.stackEvents(stackName))
      .filter(({ ResourceType, ResourceStatus }) => ResourceType !== 'AWS::CloudFormation::Stack' && ResourceStatus.endsWith('_FAILED'))
      .map(({ ResourceStatusReason = '' }) => ResourceStatusReason.split('\n')[0]);
  }

  /** Cancels an update, as "Cancel update stack" in the CloudFormation console does. */
  async cancelUpdate(stackName: string, region = REGION): Promise<void> {
    await this.run(['cloudformation', 'cancel-update-stack', '--stack-name', stackName, '--region', region]);
  }

  /** Returns what the function of this library has logged. It shares the log group of the stack with the functions of the provider framework. */
  async handlerLog(stackName: string, region = REGION): Promise<readonly string[]> {
    const logGroup = (await this.stackEvents(stackName, region)).find(({ ResourceType, PhysicalResourceId }) =>
      ResourceType === 'AWS::Logs::LogGroup' && PhysicalResourceId !== '');
    const { events } = await this.json<{ events: { logStreamName: string; message: string }[] }>(
      ['logs', 'filter-log-events', '--log-group-name', logGroup!.PhysicalResourceId, '--region', region],
    );
    // MiniStack creates a separate log stream for each invocation, and only the handler logs one event per line.
    const ofHandler = new Set(events.filter(({ message }) => message.startsWith('{"event":')).map(({ logStreamName }) => logStreamName));
    return events.filter(({ logStreamName }) => ofHandler.has(logStreamName)).map(({ message }) => message);
  }

  /** Returns the records of a hosted zone, without its NS and SOA records. */
  async recordSets(hostedZoneId: string): Promise<readonly RecordSet[]> {
    const { ResourceRecordSets } = await this.call<{ ResourceRecordSets: RecordSet[] }>('route53', 'list-resource-record-sets', { HostedZoneId: hostedZoneId });
    return ResourceRecordSets.filter(({ Type }) => Type !== 'NS' && Type !== 'SOA');
  }

  /** Returns the keys of all objects of a bucket, sorted. */
  async objectKeys(bucketName: string): Promise<readonly string[]> {
    const { Contents = [] } = await this.call<{ Contents?: { Key: string }[] }>('s3api', 'list-objects-v2', { Bucket: bucketName });
    return Contents.map(({ Key }) => Key).sort();
  }

  /** Invokes a Lambda function. Throws an error if the function fails. */
  async invoke(functionName: string, payload: string, region = REGION): Promise<void> {
    const response = await this.json<{ FunctionError?: string }>(
      ['lambda', 'invoke', '--function-name', functionName, '--payload', payload, '--region', region, '/dev/null'],
    );
    if (response.FunctionError !== undefined) throw new Error(`${functionName}: failed, got ${response.FunctionError}`);
  }

  /** Runs any command, with the input of its API operation. */
  async call<T>(service: string, command: string, input: object, region = REGION): Promise<T> {
    return this.json<T>([service, command, '--cli-input-json', JSON.stringify(input), '--region', region]);
  }

  private async json<T>(args: readonly string[]): Promise<T> {
    return JSON.parse(await this.run([...args, '--output', 'json']) || '{}') as T;
  }

  private async run(args: readonly string[]): Promise<string> {
    const { exitCode, stdout, output } = await runCommand(join(this.bin, 'aws'), args, { cwd: ROOT, env: this.env, signal: this.signal });
    if (exitCode !== 0) {
      throw new Error(`aws ${args.join(' ')}: failed\n${output}`);
    }
    return stdout;
  }
}
