import { cpSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { builtPackage } from './built-package';
import { BUILD, copyExample, run, type InstalledApp } from './installed-app';

/** The repository is kept between runs. It is not that of the user, because Maven never downloads a version again that it has. */
const repositoryOf = (name: string) => join(BUILD, `maven-repository-of-${name}`);

export async function installJava(name = 'java'): Promise<InstalledApp> {
  const repository = repositoryOf(name);
  const packages = builtPackage('java');
  rmSync(join(repository, 'io', 'github', 'cdklightsail'), { recursive: true, force: true });
  cpSync(dirname(packages), repository, { recursive: true });
  const app = { cwd: copyExample('java', name), env: { MAVEN_OPTS: `-Dmaven.repo.local=${repository}` } };
  await run(app, 'mvn', ['--batch-mode', '--quiet', 'compile']);
  return app;
}
