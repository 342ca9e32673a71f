import { synthesized } from './cdk';
import { ownResources, everyOption } from './every-option';
import { installGo, MODULE } from './go-app';
import { run, type InstalledApp } from './installed-app';
import { reference } from './reference';
import { refusal, REFUSALS } from './refusals';

let app: InstalledApp;
beforeAll(async () => {
  app = await installGo();
});

test('the app synthesizes to the template of the one in TypeScript', async () => {
  expect(await synthesized(app, 'ShopStack')).toEqual(reference());
});

test('go vet finds nothing in the module', async () => {
  await run(app, 'go', ['vet', '-mod=mod', MODULE]);
});

test('every option reaches the template', async () => {
  const { template } = await synthesized(app, 'EveryOption', 'go run ./everyoption');
  expect(ownResources(template)).toEqual(everyOption());
});

test.each(REFUSALS)('a refused value stops it: $what', async ({ what, message }) => {
  expect(await refusal(app, `go run ./refused ${what}`)).toContain(`panic: ${message.replaceAll('\n', '\n\t')}\n\ngoroutine 1`);
});
