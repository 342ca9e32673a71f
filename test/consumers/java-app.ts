import { cpSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { builtPackage } from './built-package';
import { BUILD, copyExample, run, type InstalledApp } from './installed-app';

/** Kept from run to run. Not the user's own, as Maven never looks again for a version that it has. */
const REPOSITORY = join(BUILD, 'maven-repository');

export async function installJava(): Promise<InstalledApp> {
  const packages = builtPackage('java');
  rmSync(join(REPOSITORY, 'io', 'github', 'cdklightsail'), { recursive: true, force: true });
  cpSync(dirname(packages), REPOSITORY, { recursive: true });
  const app = { cwd: copyExample('java'), env: { MAVEN_OPTS: `-Dmaven.repo.local=${REPOSITORY}` } };
  await run(app, 'mvn', ['--batch-mode', '--quiet', 'compile']);
  return app;
}
