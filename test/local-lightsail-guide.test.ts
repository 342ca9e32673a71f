import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { startSimulator } from '../simulator';

const root = path.join(__dirname, '..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const text = read('docs/guides/test-with-the-local-lightsail.md');

describe('the guide', () => {
  test('every snippet is a part of the file named above it', () => {
    const snippets = [...text.matchAll(/^<!-- (\S+) -->\n```\w+\n([^]*?)^```$/gm)].map(([, file, snippet]) => ({ file, snippet }));
    expect(snippets.filter(({ file, snippet }) => !read(file).includes(snippet))).toEqual([]);
    // Except commands for a terminal.
    const blocks = [...text.matchAll(/^```(\w+)$/gm)].filter(([, language]) => language !== 'console');
    expect(snippets).toHaveLength(blocks.length);
  });

  test('every link to an example resolves', () => {
    const links = [...text.matchAll(/\]\(https:\/\/github\.com\/cdklightsail\/cdk-lightsail-distribution\/tree\/main\/([^)]+)\)/g)].map(([, file]) => file);
    expect(links).toHaveLength(2);
    expect(links.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });
});

test('the local Lightsail accepts the seed of the examples', async () => {
  const simulator = await startSimulator({ seed: JSON.parse(read('examples/testing/seed.json')) as object });
  expect(await simulator.control.distribution('shop')).toMatchObject({ alternativeDomainNames: ['shop.example.com'] });
  await simulator.close();
});
