import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { send } from './request';
import { Simulator, startSimulator } from '../../../simulator';
import { parts } from '../../../simulator/console/parts';

const folder = path.join(__dirname, '../../../simulator/console');
const paths = Object.keys(parts);
let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ clock: 'manual' });
});
afterAll(() => simulator.close());

describe('the page', () => {
  test.each(Object.entries(parts))('%s is served as it is in the repository', async (part, { file, type }) => {
    const { status, headers, body } = await send(`${simulator.url}${part}`);
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'content-type': type, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    expect(body).toBe(readFileSync(path.join(folder, file), 'utf8'));
  });

  it('allows only what this server serves, no inline script or style, no frame around it, and no HTML that is made from text', async () => {
    const { headers } = await send(simulator.url);
    expect(String(headers['content-security-policy']).split('; ')).toEqual([
      "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'",
      "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'",
    ]);
  });

  it('has every script of the folder, and every file that another one names', async () => {
    const scripts = readdirSync(path.join(folder, 'browser')).filter((file) => file.endsWith('.js'));
    expect(paths).toEqual(expect.arrayContaining(scripts.map((file) => `/_simulator/console/${file}`)));
    const named = readFileSync(path.join(folder, 'page.html'), 'utf8').match(/(?<=(src|href)=")[^"]*/g)!;
    const imported = scripts.flatMap((file) => readFileSync(path.join(folder, 'browser', file), 'utf8').match(/(?<=^import .* from '\.)\/[^']*/gm) ?? []);
    expect(paths).toEqual(expect.arrayContaining([...named, ...imported.map((file) => `/_simulator/console${file}`)]));
  });

  it('has no way to make HTML from text, and no address outside', () => {
    const texts = Object.values(parts).map(({ file }) => readFileSync(path.join(folder, file), 'utf8')).join('\n');
    expect(texts).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|DOMParser/);
    expect(texts.match(/https?:\/\/[^"'`\s]*/g)).toEqual(['http://www.w3.org/2000/svg']);
  });

  it('is only at its address: what else is read there is no part of the console, and an API call is a POST', async () => {
    expect(await send(`${simulator.url}/_simulator/console/nothing.js`)).toMatchObject({ status: 404 });
    expect(await send(`${simulator.url}/toString`)).toMatchObject({ status: 400 });
    expect(await send(`${simulator.url}//`)).toMatchObject({ status: 500 });
    expect(JSON.parse((await send(simulator.url, 'POST')).body)).toMatchObject({ __type: 'UnknownOperationException' });
  });
});
