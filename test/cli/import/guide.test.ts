import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { liveOf, seeded, SMALL } from './examples';
import { typescript } from '../../../cli/import/languages/typescript';
import { programOf } from '../../../cli/import/live-to-program';

test('the example of the guide is what the program prints', () => {
  const guide = readFileSync(join(__dirname, '..', '..', '..', 'docs', 'guides', 'move-to-this-library.md'), 'utf8');
  const [, example] = /^```typescript\n(.*?)\n^```$/ms.exec(guide)!;
  expect(example).toBe(typescript(programOf([liveOf(seeded({ blog: SMALL }), 'blog')], 'Distribution').program));
});
