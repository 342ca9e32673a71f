import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Scenario, DesiredState } from './scenarios';
import { DISTRIBUTION } from '../lambda/distribution/name';
import type { ResourceEvent } from '../lambda/protocol/event';
import { ownerTag } from '../lambda/tags/owner';
import type { Invocation } from '../test/lambda/hosts';
import { STACK_ID, Waiter, type ResourceRequest, type Response } from '../test/lambda/provider-framework';

export type Succeeded = Extract<Response, { status: 'SUCCESS' }>;

/** In bytes. The peaks are those since the start of the process. */
export interface Memory {
  readonly rss: number;
  readonly heapUsed: number;
  readonly peakRss: number;
  readonly peakHeap: number;
}

/** A bundle of the handler in a separate process, as in an execution environment of Lambda. */
export class Handler {
  static async start(bundle: string, lightsailUrl: string, route53Url?: string): Promise<Handler> {
    const child = fork(join(__dirname, 'handler-process.cjs'), [bundle], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      // Replaces the Node.js options of this process, such as a loader of TypeScript.
      execArgv: ['--expose-gc', '--no-warnings'],
      env: {
        AWS_ENDPOINT_URL_LIGHTSAIL: lightsailUrl,
        ...(route53Url !== undefined && { AWS_ENDPOINT_URL_ROUTE_53: route53Url }),
        AWS_REGION: 'eu-west-1',
        AWS_ACCESS_KEY_ID: 'bench',
        AWS_SECRET_ACCESS_KEY: 'bench',
      },
    });
    await once(child, 'message');
    return new Handler(child);
  }

  private constructor(private readonly child: ChildProcess) {}

  async invoke(event: ResourceEvent): Promise<Invocation> {
    return await this.ask({ event }) as Invocation;
  }

  async memory(): Promise<Memory> {
    return await this.ask({ memory: true }) as Memory;
  }

  /** Sets the clock of the process, which does not advance from then on. */
  setTime(time: number): void {
    this.child.send({ time });
  }

  /** Runs a scenario through the provider framework. Rejects if the request fails. */
  async request(name: string, { from, to }: Scenario, pass: (seconds: number) => Promise<void>): Promise<void> {
    await this.succeed({
      type: from === undefined ? 'Create' : to === undefined ? 'Delete' : 'Update',
      resourceType: DISTRIBUTION,
      logicalId: name,
      properties: properties(name, (to ?? from)!),
      ...(from && to && { old: properties(name, from) }),
    }, pass);
  }

  /** Sends any request through the provider framework. Rejects if the request fails. */
  async succeed(request: ResourceRequest, pass: (seconds: number) => Promise<void>): Promise<Succeeded> {
    const response = await this.respond(request, pass);
    if (response.status === 'FAILED') throw new Error(response.reason);
    return response;
  }

  /** Sends any request through the provider framework. Returns the response even if the request fails. */
  respond(request: ResourceRequest, pass: (seconds: number) => Promise<void>): Promise<Response> {
    return new Waiter(this, request).run(() => pass(POLL_SECONDS));
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill();
    await ended;
  }

  private async ask(message: object): Promise<unknown> {
    const answered = once(this.child, 'message');
    this.child.send(message);
    const [answer] = await answered;
    return answer;
  }
}

/** The seconds that the provider framework waits between two polls. */
const POLL_SECONDS = 10;

/** The properties that the construct sends. */
function properties(distributionName: string, { tags, defaultCacheBehavior, ...settings }: DesiredState): Readonly<Record<string, unknown>> {
  return {
    distributionName,
    onExisting: 'fail',
    deleteAdopted: false,
    waitForDeployment: true,
    timeoutSeconds: 3_000,
    tags,
    settings: { ...settings, defaultCacheBehavior: defaultCacheBehavior.behavior },
  };
}

/** A distribution after the first deployment of the stack. */
export function owned(name: string, desired: DesiredState): DesiredState {
  return { ...desired, tags: [...desired.tags, ownerTag(`${STACK_ID}/${name}`, 'created')] };
}
