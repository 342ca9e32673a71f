import { readFileSync } from 'node:fs';
import path from 'node:path';
import { breaks } from '../scripts/api/accepted';

const accepted = readFileSync(path.join(__dirname, 'api', 'accepted.json'), 'utf8');

test('the public API has no breaking change from the accepted one', async () => {
  const broken = await breaks();
  // Throws instead of comparing, so that the report begins with what to do.
  if (broken.length > 0) {
    throw new Error([
      'The public API breaks what was accepted last:', ...broken,
      'Make the change compatible. If the break is intended, run npm run accept-api, commit test/api/accepted.json, and mark the commit with "!", as in "feat!: …".',
    ].join('\n'));
  }
});

test('a breaking change is found', async () => {
  const api = JSON.parse(accepted) as { types: Record<string, { properties: { name: string }[] }> };
  const { properties } = api.types['cdk-lightsail-distribution.Distribution'];
  properties.push({ ...properties[0], name: 'whatWasRemoved' });
  expect(await breaks(JSON.stringify(api))).toEqual([expect.stringContaining('Distribution.whatWasRemoved: has been removed')]);
});
