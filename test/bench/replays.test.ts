import { lightsailClient, seedDistribution, startAnew } from '../../bench/lightsail';
import { outcome } from '../../bench/outcome';
import { replay, type Replay } from '../../bench/replay';
import { CloudFormationReplay } from '../../bench/replay-cloudformation';
import { TerraformReplay } from '../../bench/replay-terraform';
import { NAME, scenarios, type Scenario } from '../../bench/scenarios';
import { startSimulator, type Simulator } from '../../simulator';

let simulator: Simulator;
// The deployment takes no time, so no client polls twice.
beforeAll(async () => {
  simulator = await startSimulator({ operationSeconds: 0, deploymentSeconds: 0, clock: 'manual' });
});
afterAll(() => simulator.close());
beforeEach(async () => {
  await startAnew(simulator.control);
  await simulator.control.seedDistribution('another');
});

const READ = 'GetDistributions';
const reads = (count: number) => Array<string>(count).fill(READ);

const scenario = (wanted: typeof scenarios[number]['name']): Scenario => scenarios.find(({ name }) => name === wanted)!;

/** The calls of a scenario in order, and the deployments that they start. */
async function callsOf(calls: Replay, { from, ...rest }: Scenario) {
  if (from) await seedDistribution(simulator.control, from);
  await replay(calls, NAME, { from, ...rest });
  const logged = await simulator.control.calls();
  const now = simulator.clock.now();
  return {
    operations: logged.map(({ operation }) => operation),
    deployments: outcome(logged, { startedAt: now, answeredAt: now, edgeSeconds: 0 }).deployments,
  };
}

describe('CloudFormation\'s handler', () => {
  const calls = (wanted: Parameters<typeof scenario>[0]) =>
    callsOf(new CloudFormationReplay(lightsailClient(simulator.url, 1), () => simulator.control.advance(1)), scenario(wanted));
  const update = [...reads(2), 'UpdateDistribution', ...reads(12)];

  test('makes 18 calls and two deployments for a create', async () => {
    expect(await calls('create')).toEqual({ operations: [READ, 'CreateDistribution', READ, ...update], deployments: 2 });
    expect(update).toHaveLength(15);
  });

  test.each(['no-op', 'one setting', 'five settings'] as const)('makes 15 calls and one deployment for %s', async (wanted) => {
    expect(await calls(wanted)).toEqual({ operations: update, deployments: 1 });
  });

  test('makes 17 calls and one deployment for a changed tag', async () => {
    expect(await calls('tags only')).toEqual({
      operations: [...reads(2), 'UpdateDistribution', ...reads(9), 'UntagResource', READ, 'TagResource', ...reads(2)],
      deployments: 1,
    });
  });

  test('makes 17 calls and three deployments for a certificate swap', async () => {
    expect(await calls('certificate swap')).toEqual({
      operations: [
        ...reads(2), 'UpdateDistribution', ...reads(4), 'DetachCertificateFromDistribution', ...reads(2), 'AttachCertificateToDistribution', ...reads(6),
      ],
      deployments: 3,
    });
    expect((await simulator.control.distribution(NAME)).certificateName).toBe('certificate-of-2026');
  });

  test('reads before and after a delete', async () => {
    expect(await calls('delete')).toEqual({ operations: [READ, READ, 'DeleteDistribution', READ], deployments: 0 });
  });
});

describe('Terraform\'s resource', () => {
  const calls = (wanted: Parameters<typeof scenario>[0]) =>
    callsOf(new TerraformReplay(lightsailClient(simulator.url, 1), () => simulator.control.advance(1)), scenario(wanted));

  test.each([
    ['create', ['CreateDistribution', 'GetOperation', READ]],
    ['no-op', [READ]],
    ['one setting', [READ, 'UpdateDistribution', 'GetOperation', READ]],
    ['five settings', [READ, 'UpdateDistribution', 'GetOperation', READ]],
    ['tags only', [READ, 'TagResource', READ]],
    ['certificate swap', [READ, 'UpdateDistribution', 'GetOperation', READ]],
    ['delete', [READ, 'DeleteDistribution', 'GetOperation']],
  ] as const)('of %s makes the calls of its source', async (wanted, operations) => {
    expect((await calls(wanted)).operations).toEqual(operations);
  });

  test('first polls after 5 s, then after 3 s, 6 s and every 10 s', async () => {
    const waited: number[] = [];
    const slow = await startSimulator({ operationSeconds: 40, deploymentSeconds: 40, clock: 'manual' });
    const pass = async (seconds: number) => {
      waited.push(seconds);
      await slow.control.advance(seconds);
    };
    await startAnew(slow.control);
    await replay(new TerraformReplay(lightsailClient(slow.url, 1), pass), NAME, scenario('create'));
    await slow.close();
    expect(waited).toEqual([5, 3, 6, 10, 10, 10]);
  });
});
