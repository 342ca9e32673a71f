// Draws the dashboard that the guide shows: what the function of the monitor publishes of simulated traffic, in the widgets of the construct.
import { writeFileSync } from 'node:fs';
import { draw } from './draw';
import { published, widgets } from './scene';

const FILE = 'docs/images/dashboard.svg';

void published().then((metrics) => {
  writeFileSync(FILE, draw(widgets(), metrics));
  console.log(FILE);
});
