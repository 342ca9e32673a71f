import { instance } from '@viz-js/viz';

const viz = await instance();

/** Draws a Graphviz diagram as SVG, in the colors of the theme. */
export function diagram(source, title) {
  if (title === '') throw new Error('a diagram needs a title, for readers who do not see it');
  const svg = viz.renderString(source, {
    format: 'svg',
    graphAttributes: { bgcolor: 'transparent', rankdir: 'LR', nodesep: 0.3, ranksep: 0.45 },
    nodeAttributes: { shape: 'box', style: 'rounded,filled', fontname: 'Helvetica', fontsize: 12, margin: '0.15,0.08' },
    edgeAttributes: { fontname: 'Helvetica', fontsize: 10, arrowsize: 0.7 },
  });
  const drawing = svg.slice(svg.indexOf('<svg')).replace(/<!--.*?-->\n?/gs, '').replace(/<title>.*?<\/title>\n?/gs, '').replace(/ id="[^"]*"/g, '')
    .replace('<svg', `<svg role="img" aria-label="${escape(title)}"`);
  return `<figure class="diagram" v-pre>${drawing}</figure>\n`;
}

export const escape = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
