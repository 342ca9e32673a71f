import { send } from './request';
import { Simulator, startSimulator } from '../../../simulator';

let simulator: Simulator;
let host: string;

beforeAll(async () => {
  simulator = await startSimulator({ clock: 'manual' });
  ({ host } = new URL(simulator.url));
  await simulator.control.seedDistribution('my-cdn');
});
afterAll(() => simulator.close());

const changes = [['POST', 'reset'], ['PUT', 'distributions/other'], ['PATCH', 'distributions/my-cdn'], ['DELETE', 'distributions/my-cdn']] as const;
const foreign: readonly Readonly<Record<string, string>>[] = [
  { origin: 'https://example.com' },
  { origin: 'null' },
  { origin: 'http://127.0.0.1:1' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
];

describe('a page of another origin', () => {
  test.each(changes.flatMap(([method, path]) => foreign.map((headers) => [method, path, headers] as const)))('cannot %s %s with %j', async (method, path, headers) => {
    const { status, body } = await send(`${simulator.url}/_simulator/${path}`, method, headers, '{}');
    expect(status).toBe(403);
    expect(JSON.parse(body)).toEqual({ message: expect.stringMatching(/^a page of another origin cannot use the simulator, got (Origin|Sec-Fetch-Site): /) });
    expect((await simulator.control.snapshot()).distributions).toMatchObject([{ name: 'my-cdn', isEnabled: true }]);
  });

  test.each(foreign)('cannot make an API call, nor ask whether it may, with %j', async (headers) => {
    const before = simulator.service.log.all.length;
    const target = { 'x-amz-target': 'Lightsail_20161128.GetDistributions', 'authorization': 'Credential=A/20260601/us-east-1/lightsail/aws4_request' };
    expect(await send(simulator.url, 'POST', { ...target, ...headers }, '{}')).toMatchObject({ status: 403 });
    expect(await send(simulator.url, 'OPTIONS', headers)).toMatchObject({ status: 403 });
    expect(simulator.service.log.all).toHaveLength(before);
  });

  it('can link to the console', async () => {
    expect(await send(simulator.url, 'GET', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' })).toMatchObject({ status: 200 });
  });

  test.each(['/', '/_simulator/snapshot', '/_simulator/events'])('of a name that resolves to this machine cannot read %s', async (path) => {
    for (const name of ['example.com', '127.0.0.1.example.com', 'localhost.example.com:80']) {
      expect(await send(`${simulator.url}${path}`, 'GET', { host: name })).toMatchObject({ status: 403 });
    }
  });

  it('of such a name cannot change anything, or make an API call', async () => {
    const rebound = { 'host': 'example.com:4577', 'origin': 'http://example.com:4577', 'sec-fetch-site': 'same-origin' };
    expect(await send(`${simulator.url}/_simulator/reset`, 'POST', rebound)).toMatchObject({ status: 403 });
    expect(await send(`${simulator.url}/_simulator/reset`, 'POST', { host: 'example.com' })).toMatchObject({ status: 403 });
    expect(await send(simulator.url, 'POST', rebound)).toMatchObject({ status: 403 });
  });
});

describe('others go on working', () => {
  it('the console itself, by both names of this machine', async () => {
    for (const name of [host, host.replace('127.0.0.1', 'localhost')]) {
      const headers = { 'host': name, 'origin': `http://${name}`, 'sec-fetch-site': 'same-origin' };
      expect(await send(`${simulator.url}/_simulator/distributions/my-cdn`, 'PATCH', headers, '{}')).toMatchObject({ status: 200 });
    }
  });

  it('an address that was typed, and clients that send neither header', async () => {
    expect(await send(`${simulator.url}/_simulator/snapshot`, 'GET', { 'sec-fetch-site': 'none' })).toMatchObject({ status: 200 });
    expect(await send(`${simulator.url}/_simulator/calls`, 'DELETE')).toMatchObject({ status: 200 });
  });

  it('an API call under another name of the host, which a container may use', async () => {
    const headers = {
      'host': 'host.docker.internal:4577',
      'x-amz-target': 'Lightsail_20161128.GetDistributions',
      'authorization': 'Credential=A/20260601/us-east-1/lightsail/aws4_request',
    };
    expect(await send(simulator.url, 'POST', headers, '{}')).toMatchObject({ status: 200 });
  });
});
