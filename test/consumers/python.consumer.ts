import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { constants } from './assembly';
import { builtPackage } from './built-package';
import { synthesized } from './cdk';
import { deployUpdateDestroy } from './deployment';
import { ownResources, everyOption } from './every-option';
import { importedResources, printed, resourcesOf } from './imported';
import { run } from './installed-app';
import { PYTHON } from './python-app';
import { reference } from './reference';
import { refusal, REFUSALS } from './refusals';
import { copyTestingExample } from './testing-example';

test('the app synthesizes to the template of the one in TypeScript', async () => {
  expect(await synthesized(PYTHON, 'ShopStack')).toEqual(reference());
});

test('every option reaches the template', async () => {
  const { template } = await synthesized(PYTHON, 'EveryOption', 'python3 every_option.py');
  expect(ownResources(template)).toEqual(everyOption());
});

// The wheel contains the program. The virtual environment already has the other packages.
test('the tests in the example for pytest start the program and pass', async () => {
  const tests = { ...PYTHON, cwd: copyTestingExample('python') };
  await run(tests, 'pip', ['install', '--quiet', '--requirement', 'requirements.txt', '--find-links', dirname(builtPackage('python'))]);
  expect(await run(tests, 'pytest', ['--quiet', '-p', 'no:cacheprovider'])).toMatch(/^2 passed in /m);
});

test('what import prints synthesizes to the template that it has in TypeScript', async () => {
  writeFileSync(join(PYTHON.cwd, 'imported.py'), printed('python'));
  const { template } = await synthesized(PYTHON, 'ImportedStack', 'python3 imported.py');
  expect(resourcesOf(template)).toEqual(importedResources());
});

test('every constant can be read', async () => {
  const names = constants().map((constant) => constant.split('=')[0]);
  expect((await run(PYTHON, 'python3', ['constants.py', ...names])).split('\n')).toEqual(constants());
});

test.each(REFUSALS)('a refused value stops the app: $what', async ({ what, message }) => {
  // The traceback precedes the message.
  expect(await refusal(PYTHON, `python3 refused.py ${what}`)).toContain(`\nRuntimeError: ${message}\n`);
});

test('the app is deployed, updated and destroyed', async () => {
  await deployUpdateDestroy(PYTHON, { file: 'app.py', from: 'Duration.hours(1)', to: 'Duration.hours(2)' });
});
