import { awscdk, javascript } from 'projen';

const project = new awscdk.AwsCdkConstructLibrary({
  name: 'cdk-lightsail-distribution',
  description: 'Amazon Lightsail CDN distributions for the AWS CDK: every setting, one update for exactly what differs, followed until the edge has it',
  keywords: ['cdk', 'awscdk', 'lightsail', 'distribution', 'cdn', 'custom-resource'],
  author: 'The cdk-lightsail-distribution authors',
  authorAddress: 'authors@cdklightsail.github.io',
  authorOrganization: true,
  repositoryUrl: 'https://github.com/cdklightsail/cdk-lightsail-distribution.git',
  license: 'Apache-2.0',
  copyrightOwner: 'The cdk-lightsail-distribution authors',
  // What is not, the version says: jsii would put "(experimental)" before each sentence of the documentation in every language.
  stability: 'stable',
  defaultReleaseBranch: 'main',
  packageManager: javascript.NodePackageManager.NPM,
  projenrcTs: true,
  projenVersion: '~0.103.25',
  jsiiVersion: '~6.0.0',
  typescriptVersion: '~6.0.3',
  // The development version is the lowest one that users may have, so that nothing newer is used by accident.
  cdkVersion: '2.257.0',
  constructsVersion: '10.5.1',
  minNodeVersion: '20.16.0',
  tsconfig: { compilerOptions: { types: ['node'] } },
  tsconfigDevFile: 'tsconfig.dev.json',
  tsconfigDev: {
    compilerOptions: {
      types: ['jest', 'node'],
      // The examples import the package by its name, as a user's app does.
      paths: { 'cdk-lightsail-distribution': ['./src/index.ts'] },
    },
    include: ['.projenrc.ts'],
    exclude: ['lib', 'dist', 'build', 'assets', 'coverage', 'cdk.out', '.venv'],
  },
  typecheckTests: true,
  sampleCode: false,
  devDeps: [
    // Exact, as the bundle must have the same bytes on every machine.
    '@aws-sdk/client-lightsail@3.1169.0',
    'esbuild@0.28.2',
    '@aws-sdk/credential-provider-env@^3',
    '@smithy/core@^3',
    'cdk-nag@^3.0.2',
    'fast-check@^4.10.2',
    'tsx@^4',
    // Exact: npm's "latest" of the CLI is 3.0.0, which cannot read what aws-cdk-lib 2 writes.
    'aws-cdk@2.1148.1',
    // The grammar that C# sources are parsed with, as there is no compiler for them in what npm, PyPI and Debian have.
    'tree-sitter-c-sharp@0.23.5',
    'web-tree-sitter@0.27.1',
  ],
  lambdaAutoDiscover: false,
  edgeLambdaAutoDiscover: false,
  singletonLambdaAutoDiscover: false,
  lambdaExtensionAutoDiscover: false,
  integrationTestAutoDiscover: false,
  jestOptions: {
    jestVersion: '^30',
    junitReporting: false,
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    jestConfig: {
      testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/examples/**/*.test.ts'],
      // As `paths` of tsconfig.dev.json has it.
      moduleNameMapper: { '^cdk-lightsail-distribution$': '<rootDir>/src' },
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
      // The two without code to run: types only, and what replaces a module of the SDK in the bundle.
      collectCoverageFrom: ['src/**/*.ts', 'lambda/**/*.ts', '!lambda/event.ts', '!lambda/environment-credentials.ts'],
      coverageThreshold: { statements: 95, branches: 90, functions: 95, lines: 95 },
      coverageReporters: ['lcov'],
    },
  },
  eslintOptions: {
    dirs: ['src'],
    devdirs: ['lambda', 'simulator', 'local-aws', 'examples', 'demo', 'bench', 'scripts', 'test'],
    projectService: false,
    tsconfigPath: './tsconfig.dev.json',
    commandOptions: { fix: false },
  },
  publishToPypi: { distName: 'cdk-lightsail-distribution', module: 'cdk_lightsail_distribution' },
  publishToMaven: {
    javaPackage: 'io.github.cdklightsail.distribution',
    mavenGroupId: 'io.github.cdklightsail',
    mavenArtifactId: 'cdk-lightsail-distribution',
  },
  // Plural, as a namespace must not have the name of a class in it.
  publishToNuget: { dotNetNamespace: 'CdkLightsail.Distributions', packageId: 'CdkLightsail.Distributions' },
  publishToGo: { moduleName: 'github.com/cdklightsail/cdk-lightsail-distribution-go', packageName: 'cdklightsaildistribution' },
  github: false,
  release: false,
  buildWorkflow: false,
  depsUpgrade: false,
  pullRequestTemplate: false,
  autoMerge: false,
  allowScripts: [],
});

// 1.13.0 is out for some platforms only, so that a lock file with it fails `npm ci` on the others.
project.package.addPackageResolutions('unrs-resolver@1.12.2');

// --- The handler: one file, made before anything that ships or tests it ---
const bundle = project.addTask('bundle', {
  description: 'Bundle lambda/ into assets/handler/index.js',
  exec: 'node scripts/bundle-handler.mjs',
});
project.preCompileTask.spawn(bundle);

// --- The import rule of CONTRIBUTING.md ---
const forbid = (target: string, from: string[], message: string) => from.map((folder) => ({ target, from: folder, message }));
project.eslint?.addRules({
  'import/no-restricted-paths': ['error', {
    zones: [
      ...forbid('./src', ['./lambda', './simulator', './local-aws'], 'src runs at synth time and ships to every language; the handler is reached through the bundle only'),
      ...forbid('./lambda', ['./src', './simulator', './local-aws'], 'the handler shares only the contract of its resource properties with src, by test'),
      ...forbid('./simulator', ['./src', './lambda'], 'the simulator must not share a misunderstanding with the handler'),
    ],
  }],
});

project.eslint?.addOverride({ files: ['src/**/*.ts'], rules: { 'import/no-cycle': 'error' } });

// The handler's core is pure: the SDK, the clock, the environment and the log are reached in the files that are named here.
project.eslint?.addOverride({
  files: ['lambda/**/*.ts'],
  excludedFiles: ['lambda/index.ts', 'lambda/lightsail.ts', 'lambda/log.ts', 'lambda/environment-credentials.ts'],
  rules: {
    '@typescript-eslint/no-restricted-imports': ['error', { patterns: [{ group: ['@aws-sdk/*'], allowTypeImports: true }] }],
    'no-restricted-globals': ['error', 'Date', 'process', 'console', 'fetch', 'setTimeout', 'setInterval'],
  },
});

// --- Tasks for people ---
const tsx = (name: string, description: string, script: string) =>
  project.addTask(name, { description, exec: `tsx --tsconfig tsconfig.dev.json ${script}`, receiveArgs: true });
tsx('simulator', 'Start the local Lightsail', 'simulator/main.ts');
const demo = project.addTask('demo', { description: 'The main job, on a local AWS: deploy, change, repair, refuse, roll back, destroy' });
demo.spawn(bundle);
demo.exec('tsx --tsconfig tsconfig.dev.json demo/main.ts', { receiveArgs: true });
const e2e = project.addTask('e2e', { description: 'End-to-end tests: the real CDK CLI on a local AWS, and clients that are not ours' });
e2e.spawn(bundle);
e2e.exec('jest --config jest.e2e.config.json', { receiveArgs: true });
project.addTask('consumers', {
  description: 'The examples in all languages, installed from what `npm run package` has built',
  exec: 'jest --config jest.consumers.config.json',
  receiveArgs: true,
});
tsx('faults', 'Every fault at every call of every lifecycle, pairs of faults and random schedules', 'test/faults/main.ts');
const compatibility = project.addTask('compatibility', {
  description: 'The newest aws-cdk-lib, or the version that is given, and every Node.js that Lambda offers',
});
compatibility.spawn(project.compileTask);
compatibility.spawn(bundle);
compatibility.exec('tsx --tsconfig tsconfig.dev.json test/compatibility/main.ts', { receiveArgs: true });
// projen's own compares with the last release on npm, of which there is none.
project.removeTask('compat');
const bench = project.addTask('bench', { description: 'The benchmark against what users would otherwise pick; -- --quick only shows that it runs' });
// Synthesis is measured on lib/, as users have it.
bench.spawn(project.compileTask);
bench.spawn(bundle);
bench.exec('tsx --tsconfig tsconfig.dev.json bench/main.ts', { receiveArgs: true });
for (const name of ['simulator', 'demo', 'e2e', 'consumers', 'faults', 'compatibility', 'bench']) {
  project.package.setScript(name, `npx projen ${name}`);
}

// Linting is a step of its own (`npm run eslint`), so that `npm test` is about behaviour.
project.testTask.reset();
project.testTask.spawn(bundle);
project.testTask.spawn(project.compileTask);
project.testTask.exec('jest', { receiveArgs: true });

project.jest!.addReporter(new javascript.JestReporter('<rootDir>/test/counts.cjs'));

// jsii-rosetta compiles every snippet of the README.
project.addDevDeps('jsii-rosetta@~6.0.0');
const snippets = project.addTask('snippets', { description: 'Compile every snippet of the README', exec: 'jsii-rosetta extract --strict' });
project.postCompileTask.spawn(snippets);

// One task for all languages in place of projen's one per language, so that a run from nothing has all that it needs.
project.packageTask.reset();
project.packageTask.description = 'The packages of every language, in dist/; -- python java makes those alone';
for (const name of ['package-all', 'package:js', 'package:java', 'package:python', 'package:dotnet', 'package:go']) {
  project.removeTask(name);
}
project.packageTask.spawn(bundle);
project.packageTask.spawn(project.compileTask);
project.packageTask.spawn(snippets);
project.packageTask.exec('tsx --tsconfig tsconfig.dev.json scripts/package/main.ts', { receiveArgs: true });

project.gitignore.exclude('/assets/', '/build/', '/.venv/', '.jsii.tabl.json', 'cdk.out', '__pycache__/');
project.npmignore?.include('/assets/');
project.npmignore?.exclude(
  '/build/', '/scripts/', '/lambda/', '/simulator/', '/local-aws/', '/demo/', '/examples/', '/bench/', '/rosetta/', '/.ci/', '/.venv/',
  '/tsconfig.dev.json', '/jest.e2e.config.json', '/jest.consumers.config.json', '/.projenrc.ts', '/projenrc/', '/CONTRIBUTING.md', '.jsii.tabl.json',
);

project.synth();
