import { EventReader } from './event-source';
import { Simulator, startSimulator } from '../../../simulator';
import type { ConsoleState } from '../../../simulator/console/state';

let simulator: Simulator;
let events: EventReader;

beforeEach(async () => {
  simulator = await startSimulator({ clock: 'manual' });
  await simulator.control.seedDistribution('my-cdn');
  events = await EventReader.open(simulator.url);
});
afterEach(async () => {
  events.close();
  await simulator.close();
});

const call = (operation: string, input: object) => simulator.service.answer({ operation, input, region: 'us-east-1' });

describe('the stream of events', () => {
  it('is one that neither a cache nor a browser takes for something else', () => {
    expect(Object.fromEntries(events.headers)).toMatchObject({
      'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff',
    });
  });

  it('has every section at first', async () => {
    const sections: string[] = [];
    for (let count = 0; count < 7; count++) sections.push((await events.next())!.section);
    expect(sections).toEqual(['choices', 'clock', 'distributions', 'certificates', 'operations', 'calls', 'faults']);
  });

  it('then has the sections that a request changed, and no other', async () => {
    for (let count = 0; count < 7; count++) await events.next();
    await simulator.control.fault({ operation: '*', kind: 'slow' });
    expect(await events.next()).toEqual({ section: 'faults', data: '[{"times":1,"after":0,"operation":"*","kind":"slow"}]' });
    await simulator.control.changeOutsideStack('my-cdn', { isEnabled: false });
    const { section, data } = (await events.next())!;
    expect(section).toBe('distributions');
    expect(JSON.parse(data)).toMatchObject({ total: 1, newest: [{ name: 'my-cdn', isEnabled: false }] });
  });

  it('follows an operation on the clock, also when no request was made', async () => {
    call('UpdateDistribution', { distributionName: 'my-cdn', isEnabled: false });
    const started = await events.until<ConsoleState['operations']>('operations', ({ total }) => total === 1);
    expect(started.newest).toMatchObject([{ operationType: 'UpdateDistribution', resourceName: 'my-cdn', isTerminal: false }]);
    await simulator.control.advance(300);
    const ended = await events.until<ConsoleState['operations']>('operations', ({ newest: [{ isTerminal }] }) => isTerminal);
    expect(ended.newest).toMatchObject([{ status: 'Succeeded' }]);
  });

  it('has each call with what it met', async () => {
    for (const kind of ['throttle', 'cutBefore', 'cutAfter', 'staleRead'] as const) {
      await simulator.control.fault({ operation: 'GetDistributions', kind });
      call('GetDistributions', { distributionName: 'my-cdn' });
    }
    const { newest } = await events.until<ConsoleState['calls']>('calls', ({ total }) => total === 4);
    expect(newest).toMatchObject([
      { number: 1, subject: 'my-cdn', fault: 'throttle', outcome: 'ThrottlingException', input: '{\n  "distributionName": "my-cdn"\n}' },
      { number: 2, fault: 'cutBefore', outcome: 'cutBefore' },
      { number: 3, fault: 'cutAfter', outcome: 'cutAfter' },
      { number: 4, fault: 'staleRead', outcome: 'ok' },
    ]);
  });

  it('is bounded: the newest calls, and of a long input the start', async () => {
    for (let count = 0; count < 250; count++) call('GetOperations', {});
    call('TagResource', { resourceName: 'x'.repeat(100_000), tags: [] });
    call('Unknown', 'a text' as unknown as object);
    const { newest } = await events.until<ConsoleState['calls']>('calls', ({ total }) => total === 252);
    expect(newest).toHaveLength(200);
    expect(newest[0].number).toBe(53);
    expect(newest[198].input).toMatch(/^\{\n {2}"resourceName": "x{1970,}…\n\(100\d{3} characters\)$/);
    expect(newest[198].subject).toHaveLength(255);
    expect(newest[199]).toMatchObject({ input: '"a text"', outcome: 'UnknownOperationException' });
  });

  it('carries any text on one line', async () => {
    call('GetDistributions', { distributionName: '</script>\n\nevent: faults\ndata: []\n\n\u2028' });
    const { newest } = await events.until<ConsoleState['calls']>('calls', ({ total }) => total === 1);
    expect(newest[0].subject).toBe('</script>\n\nevent: faults\ndata: []\n\n\u2028');
  });
});

describe('the end of a stream', () => {
  it('the simulator closes with open streams', async () => {
    const other = await EventReader.open(simulator.url);
    await simulator.close();
    await expect(other.until('faults', () => false)).rejects.toThrow();
    // afterEach closes this simulator, because it would wait forever for one that is already closed.
    simulator = await startSimulator();
  });
});
