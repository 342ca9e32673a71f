import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { synthesized } from './cdk';
import { ownResources, everyOption } from './every-option';
import { installGo, MODULE } from './go-app';
import { importedResources, printed, printedFormatted, resourcesOf } from './imported';
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

test('what import prints synthesizes to the template that it has in TypeScript', async () => {
  mkdirSync(join(app.cwd, 'imported'));
  writeFileSync(join(app.cwd, 'imported', 'main.go'), printed('go'));
  const { template } = await synthesized(app, 'ImportedStack', 'go run ./imported');
  expect(resourcesOf(template)).toEqual(importedResources());
});

test('what import prints is formatted as gofmt does', async () => {
  writeFileSync(join(app.cwd, 'formatted.go.txt'), printedFormatted());
  expect(await run(app, 'gofmt', ['-d', 'formatted.go.txt'])).toBe('');
});

test.each(REFUSALS)('a refused value stops the app: $what', async ({ what, message }) => {
  expect(await refusal(app, `go run ./refused ${what}`)).toContain(`panic: ${message.replaceAll('\n', '\n\t')}\n\ngoroutine 1`);
});
