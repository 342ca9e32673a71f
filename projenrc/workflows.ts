import { github, type awscdk } from 'projen';
import { JobPermission, type Job, type JobStep, type JobPermissions } from 'projen/lib/github/workflows-model';

/**
 * Every action is pinned to the commit of a release, because a tag can be moved. Update the commit and its comment together.
 * All of them run on Node.js 24.
 */
const ACTIONS = {
  'actions/checkout': '3d3c42e5aac5ba805825da76410c181273ba90b1', // v7.0.1
  'actions/setup-node': '820762786026740c76f36085b0efc47a31fe5020', // v7.0.0
  'actions/setup-python': '5fda3b95a4ea91299a34e894583c3862153e4b97', // v7.0.0
  'actions/setup-go': 'b7ad1dad31e06c5925ef5d2fc7ad053ef454303e', // v7.0.0
  'actions/setup-java': 'de7274f081f381c8f8158605e0321c36c376e2e6', // v6.0.1
  'actions/setup-dotnet': 'a98b56852c35b8e3190ac28c8c2271da59106c68', // v6.0.0
  'actions/upload-artifact': '043fb46d1a93c77aae656e7c1c64a875d1fc6a0a', // v7.0.1
  'actions/download-artifact': '3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c', // v8.0.1
  'peter-evans/create-pull-request': '5f6978faf089d4d20b00c7766989d076bb2fc7f1', // v8.1.1
} as const;

type Action = keyof typeof ACTIONS;

const use = (name: string, action: Action, options: Record<string, string | number | boolean>): JobStep => ({ name, uses: action, with: options });

const RUNNER = ['ubuntu-24.04'];
const PUBLIB = 'publib@0.2.1061';

/** The workflows of the repository: the gate, and the release, which publishes what the gate has built and tested. */
export function addWorkflows(project: awscdk.AwsCdkConstructLibrary): void {
  const gitHub = project.github!;
  for (const [action, commit] of Object.entries(ACTIONS)) gitHub.actions.set(action, `${action}@${commit}`);
  addBuild(gitHub);
  addRelease(gitHub);
}

/** Runs only .ci/run, so that the workflow and a contributor run the same gate. */
function addBuild(gitHub: github.GitHub): void {
  const workflow = new github.GithubWorkflow(gitHub, 'build', {
    limitConcurrency: true,
    concurrencyOptions: { group: '${{ github.workflow }}-${{ github.ref }}-build', cancelInProgress: true },
  });
  workflow.on({
    pullRequest: {},
    push: { branches: ['main'] },
    workflowCall: { inputs: { dist: { description: 'Keep the packages of every language', type: 'boolean', required: false, default: false } } },
  });
  const keep = '${{ inputs.dist }}';
  workflow.addJob('gate', {
    runsOn: RUNNER,
    permissions: { contents: JobPermission.READ },
    timeoutMinutes: 300,
    env: { CI: 'true' },
    steps: [
      use('Check out', 'actions/checkout', { 'persist-credentials': false }),
      // The oldest supported major version of Node.js, so that a feature of a newer one fails the gate.
      use('Node.js', 'actions/setup-node', { 'node-version': '20' }),
      use('Python', 'actions/setup-python', { 'python-version': '3.11' }),
      use('Java', 'actions/setup-java', { 'distribution': 'temurin', 'java-version': '17' }),
      use('Go', 'actions/setup-go', { 'go-version': '1.26', 'cache': false }),
      { name: 'The gate', run: '.ci/run' },
      {
        name: 'The version, and its section of the changelog',
        if: keep,
        run: 'npx tsx --tsconfig tsconfig.dev.json scripts/release/notes.ts dist',
      },
      { ...use('Keep the packages', 'actions/upload-artifact', { 'name': 'dist', 'path': 'dist', 'if-no-files-found': 'error', 'retention-days': 7 }), if: keep },
    ],
  });
}

/** Started manually on main. Every job that publishes waits for the approval of the environment `release`. */
function addRelease(gitHub: github.GitHub): void {
  const workflow = new github.GithubWorkflow(gitHub, 'release', {
    limitConcurrency: true,
    concurrencyOptions: { group: 'release', cancelInProgress: false },
  });
  workflow.on({
    workflowDispatch: { inputs: { dry_run: { description: 'Publish nothing', type: 'boolean' } } },
  });
  const jobs = {
    npm: publish('npm', 'publib-npm', {
      permissions: { idToken: JobPermission.WRITE },
      env: { NPM_TRUSTED_PUBLISHER: 'true', NPM_CONFIG_PROVENANCE: 'true', NPM_DIST_TAG: 'latest' },
    }),
    pypi: publish('PyPI', 'publib-pypi', {
      permissions: { idToken: JobPermission.WRITE },
      setup: [use('Python', 'actions/setup-python', { 'python-version': '3.13' })],
      env: { PYPI_TRUSTED_PUBLISHER: 'true' },
    }),
    nuget: publish('NuGet', 'publib-nuget', {
      permissions: { idToken: JobPermission.WRITE },
      setup: [
        use('.NET', 'actions/setup-dotnet', { 'dotnet-version': '10.0.x' }),
        // The gate builds the sources only. This step builds as jsii-pacmak does, and the project file has the other settings.
        { name: 'Compile and pack', run: 'dotnet build --configuration Release dist/dotnet/CdkLightsail.Distributions/CdkLightsail.Distributions.csproj' },
      ],
      env: { NUGET_TRUSTED_PUBLISHER: 'true', NUGET_USERNAME: '${{ secrets.NUGET_USERNAME }}' },
    }),
    // Maven Central has no trusted publishing. It requires a token of its portal and a signing key.
    maven: publish('Maven Central', 'publib-maven', {
      setup: [use('Java', 'actions/setup-java', { 'distribution': 'temurin', 'java-version': '21' })],
      env: {
        MAVEN_SERVER_ID: 'central-ossrh',
        MAVEN_USERNAME: '${{ secrets.MAVEN_USERNAME }}',
        MAVEN_PASSWORD: '${{ secrets.MAVEN_PASSWORD }}',
        MAVEN_GPG_PRIVATE_KEY: '${{ secrets.MAVEN_GPG_PRIVATE_KEY }}',
        MAVEN_GPG_PRIVATE_KEY_PASSPHRASE: '${{ secrets.MAVEN_GPG_PRIVATE_KEY_PASSPHRASE }}',
      },
    }),
    // A Go module is a tag of its repository. The deploy key can write only to this repository.
    go: publish('the repository of the Go module', 'publib-golang', {
      setup: [
        use('Go', 'actions/setup-go', { 'go-version': '1.26', 'cache': false }),
        {
          name: 'Load the deploy key',
          run: 'ssh-agent -a "$SSH_AUTH_SOCK" && ssh-add - <<< "$DEPLOY_KEY"',
          env: { DEPLOY_KEY: '${{ secrets.GO_GITHUB_DEPLOY_KEY }}', SSH_AUTH_SOCK: '/tmp/ssh_agent.sock' },
        },
      ],
      env: {
        GITHUB_USE_SSH: 'true',
        SSH_AUTH_SOCK: '/tmp/ssh_agent.sock',
        GIT_USER_NAME: 'github-actions[bot]',
        GIT_USER_EMAIL: '41898282+github-actions[bot]@users.noreply.github.com',
      },
    }),
  };
  workflow.addJobs({
    gate: {
      if: "github.ref == 'refs/heads/main'",
      uses: './.github/workflows/build.yml',
      with: { dist: true },
      permissions: { contents: JobPermission.READ },
    },
    ...jobs,
    github: {
      name: 'Tag, and release on GitHub',
      needs: Object.keys(jobs),
      runsOn: RUNNER,
      environment: 'release',
      timeoutMinutes: 15,
      if: '${{ !inputs.dry_run }}',
      permissions: { contents: JobPermission.WRITE },
      steps: [
        downloadDist(),
        {
          name: 'Create the release, unless a run before this one did',
          run: [
            'tag="v$(cat dist/version.txt)"',
            'gh release view "$tag" || gh release create "$tag" --title "$tag" --notes-file dist/notes.md --target "$GITHUB_SHA" dist/sbom.cdx.json',
          ].join('\n'),
          env: { GH_TOKEN: '${{ github.token }}', GH_REPO: '${{ github.repository }}' },
        },
      ],
    },
  });
}

const downloadDist = (): JobStep => use('The packages of the gate', 'actions/download-artifact', { name: 'dist', path: 'dist' });

interface Publication {
  /** The default is no permissions, because the job has no checkout. */
  readonly permissions?: JobPermissions;
  readonly setup?: readonly JobStep[];
  readonly env: Record<string, string>;
}

/** A job that publishes to one registry. publib skips what the registry already has, so that a failed job can be run again. */
function publish(registry: string, command: string, { permissions = {}, setup = [], env }: Publication): Job {
  return {
    name: `Publish to ${registry}`,
    needs: ['gate'],
    runsOn: RUNNER,
    environment: 'release',
    timeoutMinutes: 60,
    permissions,
    steps: [
      downloadDist(),
      // Trusted publishing needs npm 11.5.1 or newer, which Node.js 24 has.
      use('Node.js', 'actions/setup-node', { 'node-version': '24', 'package-manager-cache': false }),
      ...setup,
      { name: 'Publish', run: `npx --yes --package ${PUBLIB} ${command}`, env: { ...env, PUBLIB_DRYRUN: '${{ inputs.dry_run }}' } },
    ],
  };
}
