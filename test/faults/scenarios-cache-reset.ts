import { after, foreign, type Scenario } from './scenario';
import type { World } from './world';
import { owned } from '../lambda/account';
import { RESET_RESOURCE, resetProperties } from '../lambda/cache-reset/stack-of-reset';
import type { Circumstances } from '../lambda/cloudformation';

/** A cache reset of a distribution that the stack does not own. */
const deployed = after(foreign(), foreign('other-cdn'), (world) => world.stack('content', RESET_RESOURCE).create(resetProperties()));

/** A deployment that was started outside the stack is in progress when the play begins. It changes nothing. */
const busy = (scenario: Scenario): Scenario => ({
  ...scenario, beforePlay: (world) => world.account.service.seeds.deployOutsideStack('my-cdn', { defaultRootObject: 'theirs.html' }),
});

const create = (age: number): Scenario => ({
  arrange: foreign(),
  age,
  play: async (world) => {
    const stack = world.stack('content', RESET_RESOURCE);
    await world.play(stack, () => stack.create(resetProperties()));
  },
});
const update = (properties = resetProperties('v2'), circumstances: Circumstances = {}): Scenario => ({
  arrange: deployed,
  play: async (world) => {
    const [stack] = world.stacks;
    await world.play(stack, () => stack.update(properties, circumstances));
  },
});

/** A distribution of one stack, and the cache reset of another. */
const both = async (world: World) => {
  await world.stack().create(owned());
  await world.stack('content', RESET_RESOURCE).create(resetProperties());
};

export const CACHE_RESET_SCENARIOS: Readonly<Record<string, Scenario>> = {
  'reset the cache': update(),
  'reset the cache without waiting': update(resetProperties('v2', { waitForCompletion: false })),
  'reset the cache of a busy distribution': busy(update()),
  'reset the cache of a busy distribution without waiting': busy(update(resetProperties('v2', { waitForCompletion: false }))),
  'reset the cache, failing if it is slow': update(resetProperties('v2', { failOnTimeout: true, timeoutSeconds: 3_000 })),
  'reset the cache of another distribution': update(resetProperties('v1', { distributionName: 'other-cdn' })),
  'reset the cache, cancelled at once': update(undefined, { siblingFailsAfter: 0 }),
  'reset the cache, cancelled': update(undefined, { siblingFailsAfter: 1 }),
  'reset the cache, then a sibling fails': update(undefined, { siblingFailsAfter: Infinity }),
  'reset the cache of a busy distribution, cancelled': busy(update(undefined, { siblingFailsAfter: 1 })),
  'other options of a cache reset': update(resetProperties('v1', { timeoutSeconds: 60 })),
  'a cache reset of an old distribution': create(7_200),
  'a cache reset of a new distribution': create(60),
  'delete a cache reset': {
    arrange: deployed,
    play: async (world) => {
      const [stack] = world.stacks;
      await world.play(stack, () => stack.delete());
    },
  },
  'change a distribution, then reset its cache': {
    arrange: both,
    play: async (world) => {
      const [distribution, reset] = world.stacks;
      await world.play(distribution, () => distribution.update(owned({ isEnabled: false })));
      await world.play(reset, () => reset.update(resetProperties('v2')));
    },
  },
  'change a distribution and reset its cache at once': {
    arrange: both,
    play: async (world) => {
      const [distribution, reset] = world.stacks;
      await Promise.all([
        world.play(distribution, () => distribution.update(owned({ isEnabled: false, ipAddressType: 'ipv4' }))),
        world.play(reset, () => reset.update(resetProperties('v2'))),
      ]);
    },
  },
};
