/** The parts of a commit that the changelog uses. */
export interface Commit {
  readonly title: string;
  readonly body: string;
}

const TITLE = /^(?<type>[a-z]+)(?:\((?<scope>[^)]*)\))?(?<mark>!)?: (?<what>.+)$/;

/** The sections of a release, in order, and the types of commits that belong to each. Other types do not concern users. */
const GROUPS = [
  ['Breaking changes', (_, isBreaking) => isBreaking],
  ['Features', (type, isBreaking) => type === 'feat' && !isBreaking],
  ['Fixes', (type, isBreaking) => type === 'fix' && !isBreaking],
  ['Performance', (type, isBreaking) => type === 'perf' && !isBreaking],
] as const satisfies readonly (readonly [string, (type: string, isBreaking: boolean) => boolean])[];

export const HEADING = /^## (?<version>\d+\.\d+\.\d+) \((?<date>unreleased|\d{4}-\d{2}-\d{2})\)$/;

interface Change {
  readonly type: string;
  readonly isBreaking: boolean;
  readonly line: string;
}

function changeOf({ title, body }: Commit): Change | undefined {
  const { type, scope, mark, what } = TITLE.exec(title)?.groups ?? {};
  if (type === undefined) return undefined;
  const isBreaking = mark === '!' || /^BREAKING[ -]CHANGE: /m.test(body);
  return { type, isBreaking, line: `- ${scope ? `**${scope}**: ` : ''}${what}` };
}

const changesOf = (commits: readonly Commit[]) => commits.map(changeOf).filter((change) => change !== undefined);

/** Returns the next version by semantic versioning. Below 1.0.0, a breaking change requires a new minor version, as a caret range assumes. */
export function nextVersion(current: string, commits: readonly Commit[]): string {
  const [major, minor, patch] = current.split('.').map(Number);
  const changes = changesOf(commits);
  const breaks = changes.some(({ isBreaking }) => isBreaking);
  if (breaks && major > 0) return `${major + 1}.0.0`;
  if (breaks || changes.some(({ type }) => type === 'feat')) return `${major}.${minor + 1}.0`;
  return `${major}.${minor}.${patch + 1}`;
}

/** Returns the changes that concern users, from the titles of the commits. */
export function textOf(commits: readonly Commit[]): string {
  const changes = changesOf(commits);
  return GROUPS.flatMap(([name, belongs]) => {
    const lines = changes.filter(({ type, isBreaking }) => belongs(type, isBreaking)).map(({ line }) => line);
    return lines.length > 0 ? [`### ${name}\n\n${lines.join('\n')}`] : [];
  }).join('\n\n');
}

/** Returns the sections of the releases, newest first, with the line of each heading. */
function sections(changelog: string) {
  const lines = changelog.split('\n');
  const starts = lines.flatMap((line, at) => (line.startsWith('## ') ? [at] : []));
  return starts.map((at, index) => {
    const { version, date } = HEADING.exec(lines[at])?.groups ?? {};
    if (version === undefined) throw new Error(`CHANGELOG.md, line ${at + 1}: got "${lines[at]}"; "## 1.2.3 (2026-12-31)" or "## 1.2.3 (unreleased)" are allowed; correct the heading`);
    return { at, version, date, text: lines.slice(at + 1, starts[index + 1]).join('\n').trim() };
  });
}

export const versionsOf = (changelog: string) => sections(changelog).map(({ version }) => version);

/** Returns the changelog with a dated section of the version: the unreleased section, as it was edited, or else a new one. */
export function released(changelog: string, version: string, date: string, text: string): string {
  const [newest] = sections(changelog);
  const heading = `## ${version} (${date})`;
  const lines = changelog.split('\n');
  if (newest?.date === 'unreleased') return [...lines.slice(0, newest.at), heading, ...lines.slice(newest.at + 1)].join('\n');
  if (newest?.version === version) throw new Error(`CHANGELOG.md: has ${version} (${newest.date}) already; name another version: npm run prepare-release -- 1.2.3`);
  const at = newest?.at ?? lines.length;
  return [...lines.slice(0, at), heading, '', text, '', ...lines.slice(at)].join('\n');
}

/** Returns the section of a version in the changelog. */
export function notesOf(changelog: string, version: string): string {
  const found = sections(changelog).find((section) => section.version === version);
  if (found === undefined || found.date === 'unreleased') {
    throw new Error(`CHANGELOG.md: got ${found === undefined ? 'no section' : 'an unreleased section'} of ${version}; a release needs a dated one; run npm run prepare-release, and edit what it writes`);
  }
  return found.text;
}
