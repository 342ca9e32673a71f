import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const DOCS = fileURLToPath(new URL('..', import.meta.url));

/** Returns the pages of a folder as links. The title is the first heading. The pages are sorted by `order` in the front matter, then by title. */
export function sectionPages(folder) {
  return markdownFiles(folder).map((file) => {
    const text = readFileSync(`${DOCS}${folder}/${file}`, 'utf8');
    const title = /^# (.+)$/m.exec(text)?.[1].replaceAll('`', '');
    if (title === undefined) throw new Error(`docs/${folder}/${file}: no heading; the navigation shows the first one`);
    const order = Number(/^---\n[^]*?^order: (\d+)$[^]*?^---$/m.exec(text)?.[1] ?? 100);
    return { text: title, link: `/${folder}/${file.replace(/\.md$/, '')}`, order };
  }).sort((a, b) => a.order - b.order || a.text.localeCompare(b.text)).map(({ text, link }) => ({ text, link }));
}

/** Returns the generated pages, one for each type. */
export function referencePages() {
  return markdownFiles('reference').filter((file) => file !== 'index.md')
    .map((file) => file.replace(/\.md$/, '')).map((name) => ({ text: name, link: `/reference/${name}` }));
}

const markdownFiles = (folder) => existsSync(`${DOCS}${folder}`) ? readdirSync(`${DOCS}${folder}`).filter((file) => file.endsWith('.md')) : [];
