import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './snippets';

const execute = promisify(execFile);

/** A version that npm, PyPI, Maven Central and the proxy of Go have alike. */
const CDK = '2.260.0';

export interface Template {
  readonly Resources: Record<string, { readonly Type: string; readonly Properties: Record<string, unknown> }>;
  readonly Outputs: Record<string, unknown>;
}

/** Compiles an app of a language, runs it, and returns the template of its stack `Site`. */
export type Synthesize = (source: string) => Promise<Template>;

/** An empty folder with the package of `dist/` and the CDK in it. */
async function environment(language: string): Promise<{ folder: string; run: (command: string, ...args: string[]) => Promise<void> }> {
  const folder = path.join(ROOT, 'build', 'consumers', `snippets-${language}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const run = async (command: string, ...args: string[]) => {
    try {
      await execute(command, args, { cwd: folder, env: { ...process.env, CDK_OUTDIR: path.join(folder, 'cdk.out') }, maxBuffer: 2 ** 26 });
    } catch (error) {
      const { stdout, stderr } = error as { stdout: string; stderr: string };
      throw new Error(`${command} ${args.join(' ')}\n${stdout}${stderr}`, { cause: error });
    }
  };
  return { folder, run };
}

async function packageOf(language: string, ending: string): Promise<string> {
  const folder = path.join(ROOT, 'dist', language);
  const file = (await readdir(folder)).find((name) => name.endsWith(ending));
  if (file === undefined) { throw new Error(`dist/${language}: no package, got no *${ending}; run \`npm run package\` first`); }
  return path.join(folder, file);
}

async function takeTemplate(folder: string): Promise<Template> {
  const text = await readFile(path.join(folder, 'cdk.out', 'Site.template.json'), 'utf8');
  await rm(path.join(folder, 'cdk.out'), { recursive: true });
  return JSON.parse(text, (key, value: unknown) => key === 'reconciledAt' ? 'the time of the synthesis' : value) as Template;
}

async function typescript(): Promise<Synthesize> {
  const { folder, run } = await environment('typescript');
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ private: true }));
  const tsconfig = { compilerOptions: { strict: true, module: 'nodenext', types: ['node'], typeRoots: [path.join(ROOT, 'node_modules/@types')], skipLibCheck: true } };
  await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify(tsconfig));
  await run('npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', await packageOf('js', '.tgz'), `aws-cdk-lib@${CDK}`);
  return async (source) => {
    await writeFile(path.join(folder, 'app.ts'), source);
    await run(path.join(ROOT, 'node_modules/.bin/tsc'), '--noEmit');
    await run(path.join(ROOT, 'node_modules/.bin/tsx'), 'app.ts');
    return takeTemplate(folder);
  };
}

async function python(): Promise<Synthesize> {
  const { folder, run } = await environment('python');
  await run('python3', '-m', 'venv', '.venv');
  await run('.venv/bin/pip', 'install', '--quiet', await packageOf('python', '.whl'), `aws-cdk-lib==${CDK}`);
  return async (source) => {
    await writeFile(path.join(folder, 'app.py'), source);
    await run('.venv/bin/python', 'app.py');
    return takeTemplate(folder);
  };
}

async function java(): Promise<Synthesize> {
  const { folder, run } = await environment('java');
  const sources = path.join(folder, 'src/main/java');
  // A repository of its own, which stays: Maven would go on with a package of this version that it has already.
  const repository = path.join(ROOT, 'build/consumers/maven');
  await rm(path.join(repository, 'io/github/cdklightsail'), { recursive: true, force: true });
  await writeFile(path.join(folder, 'pom.xml'), `
    <project xmlns="http://maven.apache.org/POM/4.0.0">
      <modelVersion>4.0.0</modelVersion><groupId>site</groupId><artifactId>site</artifactId><version>1</version>
      <properties>
        <maven.compiler.source>17</maven.compiler.source><maven.compiler.target>17</maven.compiler.target>
        <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
      </properties>
      <repositories><repository><id>dist</id><url>file://${ROOT}/dist/java</url></repository></repositories>
      <dependencies>
        <dependency><groupId>io.github.cdklightsail</groupId><artifactId>cdk-lightsail-distribution</artifactId><version>0.0.0</version></dependency>
        <dependency><groupId>software.amazon.awscdk</groupId><artifactId>aws-cdk-lib</artifactId><version>${CDK}</version></dependency>
      </dependencies>
    </project>`);
  return async (source) => {
    const [, className] = /public class (\w+)/.exec(source)!;
    await rm(sources, { recursive: true, force: true });
    await mkdir(sources, { recursive: true });
    await writeFile(path.join(sources, `${className}.java`), source);
    await run('mvn', '--quiet', '--batch-mode', `-Dmaven.repo.local=${repository}`, 'clean', 'compile', 'exec:java', `-Dexec.mainClass=${className}`);
    return takeTemplate(folder);
  };
}

async function go(): Promise<Synthesize> {
  const { folder, run } = await environment('go');
  const library = 'github.com/cdklightsail/cdk-lightsail-distribution-go/cdklightsaildistribution';
  await run('go', 'mod', 'init', 'site');
  await run('go', 'mod', 'edit', `-replace=${library}=${path.join(ROOT, 'dist/go/cdklightsaildistribution')}`,
    `-require=${library}@v0.0.0`, `-require=github.com/aws/aws-cdk-go/awscdk/v2@v${CDK}`,
    // Listed, but not everywhere to be had; Go then takes the next one.
    '-exclude=github.com/cdklabs/awscdk-asset-node-proxy-agent-go/nodeproxyagentv6/v2@v2.1.3');
  return async (source) => {
    await writeFile(path.join(folder, 'main.go'), source);
    await run('go', 'run', '-mod=mod', '.');
    return takeTemplate(folder);
  };
}

export const environments = { typescript, python, java, go };
