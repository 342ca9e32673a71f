import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants } from './assembly';
import { synthesized } from './cdk';
import { deployUpdateDestroy } from './deployment';
import { ownResources, everyOption } from './every-option';
import { importedResources, printed, resourcesOf } from './imported';
import { run, type InstalledApp } from './installed-app';
import { installJava } from './java-app';
import { reference } from './reference';
import { refusal, REFUSALS } from './refusals';

const maven = (mainClass: string, folder = 'consumers.') => ['-e', '-q', 'compile', 'exec:java', `-Dexec.mainClass=${folder}${mainClass}`];

let app: InstalledApp;
beforeAll(async () => {
  app = await installJava();
});

test('the app synthesizes to the template of the one in TypeScript', async () => {
  expect(await synthesized(app, 'ShopStack')).toEqual(reference());
});

test('every option reaches the template', async () => {
  const { template } = await synthesized(app, 'EveryOption', ['mvn', ...maven('EveryOption')].join(' '));
  expect(ownResources(template)).toEqual(everyOption());
});

test('what import prints synthesizes to the template that it has in TypeScript', async () => {
  writeFileSync(join(app.cwd, 'src', 'main', 'java', 'ImportedApp.java'), printed('java'));
  const { template } = await synthesized(app, 'ImportedStack', ['mvn', ...maven('ImportedApp', '')].join(' '));
  expect(resourcesOf(template)).toEqual(importedResources());
});

test('every constant can be read', async () => {
  const names = constants().map((constant) => constant.split('=')[0]);
  expect((await run(app, 'mvn', [...maven('Constants'), `-Dexec.args=${names.join(' ')}`])).split('\n')).toEqual(constants());
});

test.each(REFUSALS)('a refused value stops the app: $what', async ({ what, message }) => {
  const output = await refusal(app, ['mvn', ...maven('Refused'), `-Dexec.args=${what}`].join(' '));
  expect(output).toContain(`\nCaused by: software.amazon.jsii.JsiiError: ${message}\n`);
  // Maven prints this message at the end, also without `-e`.
  expect(output).toContain(`An exception occurred while executing the Java class. ${message.replaceAll('\n', '\n[ERROR] ')}\n`);
});

test('the app is deployed, updated and destroyed', async () => {
  await deployUpdateDestroy(app, { file: 'src/main/java/shop/ShopApp.java', from: 'Duration.hours(1)', to: 'Duration.hours(2)' });
});
