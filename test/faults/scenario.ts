import type { World } from './world';
import type { ServiceBehaviour } from '../../simulator';

/** A sequence of stack operations. Those of `arrange` are not disturbed. */
export interface Scenario {
  readonly arrange?: (world: World) => Promise<unknown> | void;
  readonly play: (world: World) => Promise<void>;
  readonly behaviour?: Partial<ServiceBehaviour>;
  /** The time between the arrangement and the play, in seconds. */
  readonly age?: number;
  /** Runs immediately before the play, and is not disturbed either. */
  readonly beforePlay?: (world: World) => unknown;
}

/** A distribution of another owner. */
export const foreign = (name = 'my-cdn', more: object = {}) => (world: World) => {
  world.account.service.seeds.seedDistribution(name, {
    origin: { name: 'web', regionName: 'eu-west-1', resourceType: 'Instance' }, defaultRootObject: 'theirs.html', tags: [{ key: 'who', value: 'somebody' }], ...more,
  });
};

export const after = (...steps: ((world: World) => unknown)[]) => async (world: World) => {
  for (const step of steps) await step(world);
};
