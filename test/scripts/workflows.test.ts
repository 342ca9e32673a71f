import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(__dirname, '..', '..', '.github', 'workflows');
const workflows = readdirSync(folder).map((file) => [file, readFileSync(path.join(folder, file), 'utf8')] as const);
const textOf = (name: string) => workflows.find(([file]) => file === name)![1];

/** The jobs of a workflow with their text. projen indents jobs by two spaces. */
function jobs(workflow: string): readonly (readonly [name: string, text: string])[] {
  const [, ...parts] = workflow.split(/^jobs:\n/m)[1].split(/^ {2}(?=\w+:$)/m);
  return parts.map((part) => [part.slice(0, part.indexOf(':')), part]);
}

function permissionsOf(job: string): readonly string[] {
  const [, none, lines] = /^ {4}permissions:( \{\})?\n((?: {6}\S.*\n)*)/m.exec(job) ?? [];
  return none !== undefined ? [] : lines.trim().split(/\n\s*/);
}

test('the workflows are those of projenrc/workflows.ts, and the upgrade of projen', () => {
  expect(workflows.map(([file]) => file)).toEqual(['build.yml', 'release.yml', 'upgrade.yml']);
});

test.each(workflows)('%s: every action is pinned to a commit', (_, text) => {
  const used = [...text.matchAll(/\buses: (\S+)/g)].map(([, action]) => action);
  expect(used).not.toEqual([]);
  // A workflow of this repository runs from the same commit.
  expect(used.filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/.test(action) && action !== './.github/workflows/build.yml')).toEqual([]);
});

test.each(workflows)('%s: no text of somebody else gets into a shell', (_, text) => {
  const runs = [...text.matchAll(/^( *)(?:- )?run: ?(.*(?:\n\1 {2,}.*|\n(?=\n))*)/gm)].map(([, , script]) => script);
  expect(runs.flatMap((script) => [...script.matchAll(/\$\{\{\s*([^}]*?)\s*\}\}/g)].map(([, expression]) => expression)).filter((one) => one !== 'runner.temp')).toEqual([]);
  expect(text).not.toContain('pull_request_target');
});

test('the build is the gate', () => {
  expect([...textOf('build.yml').matchAll(/run: (.*)/g)].map(([, command]) => command)).toEqual(['.ci/run', expect.stringContaining('scripts/release/notes.ts')]);
});

test('every job has the permissions that it needs, and no other', () => {
  const permissions = Object.fromEntries(workflows.flatMap(([file, text]) => jobs(text).map(([job, part]) => [`${file} ${job}`, permissionsOf(part)])));
  expect(permissions).toEqual({
    'build.yml gate': ['contents: read'],
    'release.yml gate': ['contents: read'],
    // These jobs use trusted publishing.
    'release.yml npm': ['id-token: write'],
    'release.yml pypi': ['id-token: write'],
    'release.yml nuget': ['id-token: write'],
    'release.yml maven': [],
    'release.yml go': [],
    'release.yml github': ['contents: write'],
    // A separate token creates the pull request.
    'upgrade.yml upgrade': ['contents: read'],
    'upgrade.yml pr': ['contents: read'],
  });
});

test('whatever publishes waits for an approval, and publishes what the gate has built', () => {
  for (const [name, text] of jobs(textOf('release.yml')).filter(([job]) => job !== 'gate')) {
    expect([name, text]).toEqual([name, expect.stringContaining('environment: release')]);
    expect([name, text]).toEqual([name, expect.stringContaining('uses: actions/download-artifact@')]);
    expect([name, text]).toEqual([name, expect.not.stringContaining('actions/checkout')]);
  }
});
