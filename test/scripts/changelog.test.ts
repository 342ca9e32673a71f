import { readFileSync } from 'node:fs';
import path from 'node:path';
import { nextVersion, notesOf, released, textOf, versionsOf, type Commit } from '../../scripts/release/changelog';
import { VERSIONED } from '../../scripts/release/versions';

const root = path.join(__dirname, '..', '..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const commit = (title: string, body = ''): Commit => ({ title, body });
const { version } = JSON.parse(read('package.json')) as { version: string };

describe('CHANGELOG.md', () => {
  const changelog = read('CHANGELOG.md');

  test('has versions in order, newest first', () => {
    const versions = versionsOf(changelog);
    const ordered = [...versions].sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
    expect(versions).toEqual([...new Set(ordered)]);
    expect(versions).not.toEqual([]);
  });

  test('has the version of the package, unless nothing was released yet', () => {
    expect(['0.0.0', ...versionsOf(changelog)]).toContain(version);
  });
});

test.each(Object.entries(VERSIONED))('%s has the version of the package', (file, place) => {
  expect(place.exec(read(file))?.[0]).toBe(version);
});

describe('the next version', () => {
  test.each([
    ['0.1.0', ['fix: a'], '0.1.1'],
    ['0.1.0', ['fix: a', 'feat: b', 'docs: c'], '0.2.0'],
    ['0.1.0', ['fix!: a'], '0.2.0'],
    ['0.1.9', ['docs: a', 'Merge branch x'], '0.1.10'],
    ['1.2.3', ['feat: a'], '1.3.0'],
    ['1.2.3', ['feat(cli)!: a'], '2.0.0'],
  ])('of %s after %j is %s', (current, titles, next) => {
    expect(nextVersion(current, titles.map((title) => commit(title)))).toBe(next);
  });

  test('takes a break from the body of a commit', () => {
    expect(nextVersion('1.2.3', [commit('fix: a', 'Why.\n\nBREAKING CHANGE: b is gone')])).toBe('2.0.0');
  });
});

test('the text of a release has what concerns users, in groups', () => {
  const commits = ['feat(cli): plan', 'docs: x', 'fix: a token is accepted', 'feat!: another name', 'perf: faster', 'test: y', 'feat: alarms'];
  expect(textOf(commits.map((title) => commit(title)))).toBe([
    '### Breaking changes', '', '- another name', '',
    '### Features', '', '- **cli**: plan', '- alarms', '',
    '### Fixes', '', '- a token is accepted', '',
    '### Performance', '', '- faster',
  ].join('\n'));
});

describe('a release', () => {
  const unreleased = '# Changelog\n\nIntroduction.\n\n## 0.2.0 (unreleased)\n\nEdited.\n\n## 0.1.0 (2026-12-01)\n\nFirst.\n';
  const dated = '# Changelog\n\nIntroduction.\n\n## 0.1.0 (2026-12-01)\n\nFirst.\n';

  test('keeps the text of a section that was written before it', () => {
    expect(released(unreleased, '0.3.0', '2026-12-31', 'generated')).toBe(unreleased.replace('## 0.2.0 (unreleased)', '## 0.3.0 (2026-12-31)'));
  });

  test('gets a new section above the others', () => {
    expect(released(dated, '0.1.1', '2026-12-31', '### Fixes\n\n- a')).toBe(dated.replace('## 0.1.0', '## 0.1.1 (2026-12-31)\n\n### Fixes\n\n- a\n\n## 0.1.0'));
  });

  test('is refused for a version that was released', () => {
    expect(() => released(dated, '0.1.0', '2026-12-31', '')).toThrow('CHANGELOG.md: has 0.1.0 (2026-12-01) already; name another version');
  });

  test('has the section of its version as its notes', () => {
    expect(notesOf(dated, '0.1.0')).toBe('First.');
  });

  test.each([[unreleased, '0.2.0', 'an unreleased section'], [dated, '0.2.0', 'no section']])('needs a dated section', (changelog, of, what) => {
    expect(() => notesOf(changelog, of)).toThrow(`CHANGELOG.md: got ${what} of 0.2.0; a release needs a dated one; run npm run prepare-release`);
  });

  test('needs headings of one format', () => {
    expect(() => versionsOf('# Changelog\n\n## v1\n')).toThrow('CHANGELOG.md, line 3: got "## v1"');
  });
});
