import { contextOf, simulatedLightsail } from './simulated-lightsail';
import { CACHE_RESET } from '../../lambda/cache-reset/controller';
import { DISTRIBUTION } from '../../lambda/distribution/name';
import { handle } from '../../lambda/handle';
import type { Lightsail } from '../../lambda/lightsail/lightsail';
import type { ResourceEvent } from '../../lambda/protocol/event';
import { fenceKey } from '../../lambda/tags/fence';
import { ownerTag } from '../../lambda/tags/owner';
import { LightsailService, ManualClock } from '../../simulator';

export const STACK_ID = 'arn:aws:cloudformation:eu-west-1:111122223333:stack/web/0b5f8a1e';
export const SETTINGS_OF_ANOTHER = 'Custom::LightsailDistributionSettings';

export const eventOf = (RequestType: ResourceEvent['RequestType'], ResourceType: string, more: Partial<ResourceEvent>): ResourceEvent => ({
  RequestType,
  RequestId: 'request-1',
  ResourceType,
  StackId: STACK_ID,
  LogicalResourceId: 'Cdn',
  ...(RequestType !== 'Create' && { PhysicalResourceId: 'my-cdn' }),
  ResourceProperties: {},
  ...more,
});

export const propertiesOf = (type: string, settings: object, more: object = {}): Record<string, unknown> => ({
  ServiceToken: 'arn:aws:lambda:…',
  distributionName: 'my-cdn',
  waitForDeployment: true,
  timeoutSeconds: 3_000,
  settings,
  ...(type === DISTRIBUTION && { onExisting: 'fail', deleteAdopted: false }),
  ...more,
});

export const resetPropertiesOf = (more: object = {}): Record<string, unknown> => ({
  ServiceToken: 'arn:aws:lambda:…', distributionName: 'my-cdn', triggers: ['v2', 'index.html'], waitForCompletion: 'true', failOnTimeout: 'true', timeoutSeconds: '900', ...more,
});

/** The requests of a cache reset. */
export const RESET_EVENTS: readonly ResourceEvent[] = [
  eventOf('Create', CACHE_RESET, { ResourceProperties: resetPropertiesOf() }),
  eventOf('Update', CACHE_RESET, { ResourceProperties: resetPropertiesOf(), OldResourceProperties: resetPropertiesOf({ triggers: ['v1'] }) }),
  eventOf('Update', CACHE_RESET, { ResourceProperties: resetPropertiesOf({ waitForCompletion: 'false' }), OldResourceProperties: resetPropertiesOf({ triggers: [] }) }),
  eventOf('Delete', CACHE_RESET, { ResourceProperties: resetPropertiesOf() }),
];

function isRemovalOfFence(input: unknown): boolean {
  const { tagKeys = [] } = input as { readonly tagKeys?: readonly string[] };
  return tagKeys.length === 1 && tagKeys[0] === fenceKey(`${STACK_ID}/Cdn`);
}

/** The result of one call of the handler. */
export interface CallOutcome {
  readonly answer?: object;
  readonly error?: Error;
  /** All calls to Lightsail. */
  readonly calls: readonly string[];
  /** Without the removal of the fence of the resource, which changes nothing else. */
  readonly writes: readonly string[];
  /** The names of the distributions that were written to. */
  readonly touched: readonly unknown[];
}

/** An account in which the resource `Cdn` of the stack owns `my-cdn` and does not own `other-cdn`. Tests make single calls of the handler in it. */
export class OneCall {
  readonly clock = new ManualClock();
  readonly service = new LightsailService({ clock: this.clock });

  constructor() {
    for (const name of ['web-1', 'web-2']) this.service.seeds.seedOrigin(name, { regionName: 'eu-west-1', resourceType: 'Bucket' });
    const { key = '', value = '' } = ownerTag(`${STACK_ID}/Cdn`, 'created');
    this.service.seeds.seedDistribution('my-cdn', { tags: [{ key, value }] });
    this.service.seeds.seedDistribution('other-cdn', {});
    // A younger distribution could be the orphan of a cancelled request.
    this.clock.advance(7_200);
  }

  async outcome(event: ResourceEvent, lightsail: Lightsail = simulatedLightsail(this.service)): Promise<CallOutcome> {
    this.service.log.clear();
    const { answer, error } = await handle(contextOf(lightsail, () => this.clock.now()), event)
      .then((answered) => ({ answer: answered, error: undefined }), (reason: Error) => ({ answer: undefined, error: reason }));
    // The call must not modify Object.prototype, which all objects share.
    expect(Object.keys(Object.prototype)).toEqual([]);
    const calls = this.service.log.all;
    const written = calls.filter(({ operation, input }) => !operation.startsWith('Get') && !isRemovalOfFence(input));
    return {
      answer,
      error,
      calls: calls.map(({ operation }) => operation),
      writes: written.map(({ operation }) => operation),
      touched: written.map(({ input }) => Object.entries(input as object).find(([name]) => name === 'distributionName' || name === 'resourceName')?.[1] as unknown),
    };
  }
}
