import { Account, owned } from './account';
import { Stack } from './cloudformation';
import { simulatedLightsail } from './simulated-lightsail';
import { Simultaneous } from './simultaneous';
import { isThrottled } from '../../lambda/lightsail/errors';
import type { Lightsail } from '../../lambda/lightsail/lightsail';
import type { LightsailService } from '../../simulator';

/** Retries like the SDK: sixteen attempts, with random delays from a range that doubles. */
function patient(port: Lightsail, sleep: (seconds: number) => Promise<void>): Lightsail {
  let seed = 1;
  const drawn = () => (seed = seed * 16_807 % 2_147_483_647) / 2_147_483_647;
  return Object.fromEntries(Object.entries(port).map(([name, method]) => [name, async (...args: unknown[]) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await (method as (...given: unknown[]) => Promise<unknown>)(...args);
      } catch (error) {
        if (!isThrottled(error) || tries === 16) throw error;
        // Delays are multiples of an eighth of a second, which are whole milliseconds.
        await sleep(Math.ceil(drawn() * Math.min(20, 2 ** tries / 4) * 8) / 8);
      }
    }
  }])) as object as Lightsail;
}

test('twenty distributions of one stack at once, the quota of an account, are all created under throttling, and all deleted', async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined);
  const sleep: { current?: (seconds: number) => Promise<void> } = {};
  const port = (_port: Lightsail, service: LightsailService) => patient(simulatedLightsail(service), (seconds) => sleep.current!(seconds));
  const account = new Account({ requestsPerSecond: 5 }, port);
  const together = new Simultaneous(account.clock);
  sleep.current = together.sleep;
  const names = Array.from({ length: 20 }, (_, index) => `cdn-${index + 10}`);
  const stacks = names.map((logicalId) => new Stack(account.host, together.sleep, 'web', { logicalId, resourceType: 'Custom::LightsailDistribution' }));

  const created = await together.all(stacks.map((stack, index) => stack.create(owned({ isEnabled: false }, { distributionName: names[index] }))));
  expect(created.map(({ status, reasons }) => [status, ...reasons])).toEqual(names.map(() => ['CREATE_COMPLETE']));
  expect([...account.names].sort()).toEqual(names);
  expect(names.map((name) => [account.live(name)!.isEnabled, Object.keys(account.tags(name))])).toEqual(names.map(() => [false, ['cdk-lightsail-distribution:owner']]));
  const outcomes = account.service.log.all.map(({ operation, outcome }) => `${operation} ${outcome}`);
  expect(outcomes.filter((outcome) => outcome === 'CreateDistribution ok')).toHaveLength(20);
  expect(outcomes.filter((outcome) => outcome.endsWith('ThrottlingException')).length).toBeGreaterThan(20);

  const deleted = await together.all(stacks.map((stack) => stack.delete()));
  expect(deleted.map(({ status, reasons }) => [status, ...reasons])).toEqual(names.map(() => ['DELETE_COMPLETE']));
  expect(account.names).toEqual([]);
});
