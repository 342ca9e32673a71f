import { readFileSync } from 'node:fs';
import path from 'node:path';

const manifest = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<'devDependencies' | 'peerDependencies', Record<string, string>> & { version: string };
const { devDependencies, peerDependencies } = manifest(path.join(__dirname, '..', '..', 'package.json'));

test.each(['aws-cdk-lib', 'constructs'])('all tests run with the lowest %s that users may have', (name) => {
  const { version } = manifest(require.resolve(`${name}/package.json`));
  expect(peerDependencies[name]).toBe(`^${version}`);
  expect(devDependencies[name]).toBe(version);
});
