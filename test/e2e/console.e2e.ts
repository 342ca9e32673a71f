import { GetDistributionsCommand, LightsailClient, UpdateDistributionCommand } from '@aws-sdk/client-lightsail';
import { source as axe } from 'axe-core';
import type { Browser } from 'puppeteer-core';
import { type Simulator, startSimulator } from '../../simulator';
import { openChromium } from './console/chromium';
import { ConsolePage } from './console/console-page';

const NAME = 'my-cdn';
const named = { distributionName: NAME };
const distribution = `#distributions > [data-key="${NAME}"]`;

let browser: Browser;
let simulator: Simulator;
let client: LightsailClient;
let opened: ConsolePage;

beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser?.close());

beforeEach(async () => {
  simulator = await startSimulator({ clock: 'manual' });
  client = new LightsailClient({
    endpoint: simulator.url, region: 'us-east-1', maxAttempts: 1, credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
  });
  await simulator.control.seedDistribution(NAME);
  opened = await ConsolePage.open(browser, simulator.url);
});
afterEach(async () => {
  client.destroy();
  await opened.page.close();
  await simulator.close();
});

test('opens without an error or a request to another host, and shows the distribution', async () => {
  await opened.shows(distribution, NAME);
  await opened.shows(`${distribution} .status`, 'Deployed');
  expect(opened.errors).toEqual([]);
  expect([...new Set(opened.requests.map((url) => new URL(url).origin))]).toEqual([simulator.url]);
});

test('a call through the SDK appears without a reload', async () => {
  await opened.shows('#calls-count', '0');
  await client.send(new GetDistributionsCommand(named));
  await opened.shows('#calls > li', 'GetDistributions');
  await opened.shows('#calls > li .status', 'OK');
  await opened.shows('#calls > li pre', `"distributionName": "${NAME}"`);
});

test('an operation progresses on the timeline', async () => {
  await client.send(new UpdateDistributionCommand({ ...named, isEnabled: false }));
  await opened.shows('#operations > li', 'UpdateDistribution');
  await opened.shows('#operations .status', 'Started');
  await opened.shows(`${distribution} .status`, 'InProgress');
  await opened.page.click('#advance button');
  await opened.shows('#operations .status', 'Succeeded');
  await opened.shows('#operations .lasted', '5 min 0 s');
  await opened.shows(`${distribution} .status`, 'Deployed');
});

test('the form changes a setting outside the stack, with the keyboard alone, and shows what the service refuses', async () => {
  await opened.shows(distribution, NAME);
  await opened.press(`${distribution} summary`, 'Enter');
  await opened.press(`${distribution} .drift .buttons button`, 'Enter');
  await opened.shows(`${distribution} .facts`, 'Disabled');
  await opened.shows(`${distribution} .settings .changed`, 'isEnabledfalse');
  expect(simulator.service.call('GetDistributions', named)).toMatchObject({ distributions: [{ isEnabled: false }] });
  // When the page is updated, an element keeps the focus and stays expanded.
  expect(await opened.evaluate('document.activeElement.textContent')).toBe('Change it');
  await opened.evaluate(`document.querySelector('${distribution} textarea').value = '{"isEnabled": "perhaps"}'`);
  await opened.page.click(`${distribution} .drift .buttons button`);
  await opened.shows(`${distribution} .problem`, 'my-cdn.isEnabled: expected a boolean, got "perhaps"');
});

test('a fault applies to the next call, which is marked', async () => {
  await opened.shows('#fault [name=operation]', 'GetDistributions');
  await opened.page.select('#fault [name=operation]', 'GetDistributions');
  await opened.page.click('#fault button');
  await opened.shows('#faults > li', 'Throttled GetDistributions, once');
  await expect(client.send(new GetDistributionsCommand(named))).rejects.toThrow('Rate exceeded');
  await opened.shows('#calls > li .status', 'Throttled');
  await opened.showsNo('#faults > li');
});

test('cut and stale calls, and operations that fail, are marked', async () => {
  const faults = [['cutAfter', 'Cut after the effect'], ['staleRead', 'Stale'], ['failedOperation', 'OK, its operation fails'], ['slow', 'Slow']] as const;
  for (const [kind, mark] of faults) {
    await simulator.control.fault({ operation: '*', kind, seconds: 0 });
    await client.send(new GetDistributionsCommand(named)).catch(() => undefined);
    await opened.shows('#calls > li .status', mark);
  }
});

test('creating the record of a certificate, in the page, issues it', async () => {
  simulator.service.call('CreateCertificate', { certificateName: 'cert', domainName: 'site.example.com' });
  await opened.shows('#certificates .records .status', 'PENDING_VALIDATION');
  await opened.page.click('#certificates .records button');
  await opened.page.click('#advance button');
  await opened.shows('#certificates summary .status', 'ISSUED');
});

test('text from outside is shown as text', async () => {
  const markup = '<img src=x onerror="document.title=\'taken over\'">';
  await simulator.control.changeOutsideStack(NAME, { domainName: markup, status: markup });
  await client.send(new GetDistributionsCommand({ distributionName: markup })).catch(() => undefined);
  await opened.shows('#calls > li .facts', markup);
  await opened.shows(`${distribution} .status`, markup);
  await opened.shows(`${distribution} .facts`, markup);
  await opened.shows(`${distribution} .settings`, markup);
  expect(await opened.evaluate('[document.querySelectorAll("main img").length, document.title]')).toEqual([0, 'Lightsail simulator']);
  expect(opened.errors).toEqual([]);
});

test('reset deletes everything', async () => {
  await opened.shows(distribution, NAME);
  await opened.page.click('#reset');
  await opened.showsNo(distribution);
  expect((await simulator.control.snapshot()).distributions).toEqual([]);
});

test('shows that it is not connected when the simulator has stopped', async () => {
  await simulator.close();
  await opened.shows('#connection', 'Not connected');
  simulator = await startSimulator();
});

describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
  test('has no accessibility violation that axe finds', async () => {
    const shown = await ConsolePage.open(browser, simulator.url, scheme);
    const { page } = shown;
    simulator.service.call('CreateCertificate', { certificateName: 'cert', domainName: 'site.example.com' });
    simulator.service.call('UpdateDistribution', { ...named, isEnabled: false });
    await simulator.control.fault({ operation: '*', kind: 'throttle', after: 1 });
    await page.waitForSelector('#operations > li + li');
    await page.waitForSelector('#faults > li');
    await page.click(`${distribution} summary`);
    await page.click('#calls summary');
    expect(await shown.evaluate('matchMedia("(prefers-color-scheme: dark)").matches')).toBe(scheme === 'dark');
    await page.evaluate(axe);
    const found = 'axe.run().then(({ violations }) => violations.map(({ id, impact, nodes }) => [id, impact, nodes.map(({ html }) => html)]))';
    expect(await shown.evaluate(found)).toEqual([]);
    await page.close();
  });
});
