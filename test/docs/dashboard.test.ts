import { readFileSync } from 'node:fs';
import path from 'node:path';
import { draw } from '../../scripts/dashboard/draw';
import { published, widgets } from '../../scripts/dashboard/scene';

test('the picture of the dashboard is what the monitor publishes; `npx projen dashboard` draws it again', async () => {
  const drawn = draw(widgets(), await published());
  expect(drawn === readFileSync(path.join(__dirname, '../../docs/images/dashboard.svg'), 'utf8')).toBe(true);
});
