import { watch, type Watch } from '../../../cli/watch/watch';
import { watched } from '../../../cli/watch/watched';
import { LightsailService, ManualClock } from '../../../simulator';
import { simulatedLightsail } from '../../lambda/simulated-lightsail';
import { recordedTerminal } from '../recorded-terminal';

interface Step {
  readonly afterSeconds: number;
  readonly make: (service: LightsailService) => void;
}

interface Scene extends Partial<Watch> {
  readonly steps?: readonly Step[];
  readonly columns?: number;
  readonly seed?: boolean;
}

/** Watches for an hour at most, while the steps of the scene run. */
async function watching({ steps = [], columns, seed = true, ...request }: Scene) {
  const clock = new ManualClock();
  const service = new LightsailService({ clock, operationSeconds: 20, deploymentSeconds: 60, newId: () => 'an-id' });
  if (seed) service.seeds.seedDistribution('my-cdn');
  const startedAt = clock.now();
  let left = steps;
  const makeSteps = () => {
    const due = left.filter(({ afterSeconds }) => clock.now() - startedAt >= afterSeconds * 1_000);
    left = left.filter((step) => !due.includes(step));
    due.forEach(({ make }) => make(service));
  };
  makeSteps();
  const recorded = recordedTerminal({ columns });
  const exitCode = await watch(
    { name: 'my-cdn', follows: false, intervalSeconds: 10, ...request }, watched(simulatedLightsail(service), 'my-cdn'), recorded.terminal,
    {
      now: () => clock.now(),
      wait: async (milliseconds) => {
        clock.advance(milliseconds / 1_000);
        makeSteps();
        return clock.now() - startedAt < 3_600_000;
      },
    },
  );
  return { exitCode, lines: recorded.lines, stdout: recorded.stdout };
}

const update = (service: LightsailService) => void service.call('UpdateDistribution', { distributionName: 'my-cdn', isEnabled: false });
const failing = (service: LightsailService) => {
  service.faults.add({ operation: 'UpdateDistribution', kind: 'failedOperation', code: 'Busy', message: 'The origin is gone.' });
  update(service);
};
const create = (service: LightsailService) => {
  service.seeds.seedOrigin('web', { regionName: 'us-east-1', resourceType: 'Instance' });
  service.call('CreateDistribution', {
    distributionName: 'my-cdn', origin: { name: 'web', regionName: 'us-east-1' }, defaultCacheBehavior: { behavior: 'cache' }, bundleId: 'small_1_0',
  });
};

it('ends at once if nothing is in progress', async () => {
  expect(await watching({})).toMatchObject({ exitCode: 0, lines: ['deployed my-cdn'] });
});

it('prints a line for each state of a deployment where there is no terminal', async () => {
  expect(await watching({ steps: [{ afterSeconds: 0, make: update }] })).toMatchObject({
    exitCode: 0,
    lines: [
      'my-cdn  0:00  UpdateDistribution: operation Started',
      'my-cdn  0:20  UpdateDistribution: status InProgress',
      'deployed my-cdn after 1:00',
    ],
  });
});

it('replaces one line in a terminal', async () => {
  const { stdout } = await watching({ columns: 100, intervalSeconds: 30, steps: [{ afterSeconds: 0, make: update }] });
  expect(stdout.split('\r')).toEqual([
    '',
    '\u001b[2Kmy-cdn UpdateDistribution  ░░░░░░░░░░░░░░░░░░░░░░░░  0:00 of about 5:00  (operation Started)',
    '\u001b[2Kmy-cdn UpdateDistribution  ██░░░░░░░░░░░░░░░░░░░░░░  0:30 of about 5:00  (status InProgress)',
    '\u001b[2K\u001b[32mdeployed\u001b[39m my-cdn after 1:00\n',
  ]);
});

it('fails with an operation that failed', async () => {
  expect(await watching({ steps: [{ afterSeconds: 0, make: failing }] })).toMatchObject({
    exitCode: 1,
    lines: [
      'my-cdn  0:00  UpdateDistribution: operation Started',
      expect.stringMatching(/^failed my-cdn after 0:20: UpdateDistribution operation an-id: Busy: The origin is gone\.$/) as unknown,
    ],
  });
});

it('does not report an operation that failed before', async () => {
  const clock = new ManualClock();
  const service = new LightsailService({ clock });
  service.seeds.seedDistribution('my-cdn');
  failing(service);
  clock.advance(3_600);
  const recorded = recordedTerminal();
  const exitCode = await watch({ name: 'my-cdn', follows: false, intervalSeconds: 10 }, watched(simulatedLightsail(service), 'my-cdn'), recorded.terminal,
    { now: () => clock.now(), wait: () => Promise.reject(new Error('waits')) });
  expect({ exitCode, lines: recorded.lines }).toEqual({ exitCode: 0, lines: ['deployed my-cdn'] });
});

it('refuses a distribution that does not exist', async () => {
  await expect(watching({ seed: false })).rejects.toThrow(
    'my-cdn: no such distribution in us-east-1; check the name and the profile, or wait for its creation with --follow');
});

it('follows a distribution from its creation to its deletion', async () => {
  const steps = [
    { afterSeconds: 30, make: create },
    { afterSeconds: 600, make: (service: LightsailService) => void service.call('DeleteDistribution', { distributionName: 'my-cdn' }) },
  ];
  const { exitCode, lines } = await watching({ seed: false, follows: true, steps });
  expect(exitCode).toBe(0);
  expect(lines[0]).toBe('absent my-cdn');
  expect(lines).toContain('my-cdn  0:00  CreateDistribution: operation Started');
  expect(lines).toContain('deployed my-cdn after 1:00');
  expect(lines).toContain('my-cdn  0:00  DeleteDistribution: operation Started');
  expect(lines.at(-1)).toMatch(/^absent my-cdn after 0:\d\d$/);
});

it('says what else is in progress', async () => {
  const steps = [
    { afterSeconds: 0, make: (service: LightsailService) => void service.seeds.changeOutsideStack('my-cdn', { status: 'Updating' }) },
    { afterSeconds: 40, make: (service: LightsailService) => void service.seeds.changeOutsideStack('my-cdn', { status: 'Deployed' }) },
  ];
  expect(await watching({ steps })).toMatchObject({ exitCode: 0, lines: ['my-cdn  0:00  a change: status Updating', 'deployed my-cdn after 0:40'] });
});
