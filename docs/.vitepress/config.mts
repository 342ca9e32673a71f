import { defineConfig } from 'vitepress';
import { chart } from '../scripts/chart.mjs';
import { diagram } from '../scripts/diagram.mjs';
import { referencePages, sectionPages } from '../scripts/pages.mjs';

const base = process.env.DOCS_BASE ?? '/';
const repository = 'https://github.com/cdklightsail/cdk-lightsail-distribution';

export default defineConfig({
  title: 'cdk-lightsail-distribution',
  description: 'Amazon Lightsail CDN distributions for the AWS CDK',
  lang: 'en-US',
  base,
  head: [['link', { rel: 'icon', type: 'image/svg+xml', href: `${base}icon.svg` }]],
  cleanUrls: false,
  srcExclude: ['README.md'],
  // The dates would come from Git, so that a source archive would have other pages.
  lastUpdated: false,
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    config: (md) => {
      const fence = md.renderer.rules.fence!;
      md.renderer.rules.fence = (tokens, index, ...rest) => {
        const { info, content } = tokens[index];
        const [, language, title = ''] = /^(\S*)\s*(.*)$/.exec(info.trim())!;
        if (language === 'dot') return diagram(content, title);
        if (language === 'chart') return chart(content, title);
        return fence(tokens, index, ...rest);
      };
      // A table or code block that is wider than the screen scrolls, so the keyboard needs a way into it.
      md.renderer.rules.table_open = () => '<table tabindex="0">\n';
    },
  },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    externalLinkIcon: true,
    socialLinks: [{ icon: 'github', link: repository }],
    nav: [
      { text: 'Get started', link: '/getting-started' },
      { text: 'Guides', link: '/guides/site-on-a-domain' },
      { text: 'Reference', link: '/reference/' },
      { text: 'Troubleshooting', link: '/troubleshooting' },
    ],
    sidebar: [
      { text: 'Introduction', items: [
        { text: 'Getting started', link: '/getting-started' },
        { text: 'Why this library', link: '/why' },
        { text: 'Settings', link: '/settings' },
      ] },
      { text: 'Concepts', items: sectionPages('concepts') },
      { text: 'Guides', items: sectionPages('guides') },
      { text: 'Help and evidence', items: [
        { text: 'Troubleshooting', link: '/troubleshooting' },
        { text: 'Benchmark', link: '/benchmark' },
        { text: 'Tests and limits', link: '/evidence' },
      ] },
      { text: 'Reference', link: '/reference/', collapsed: true, items: referencePages() },
    ],
    footer: { message: 'Licensed under Apache-2.0. Not affiliated with Amazon Web Services.' },
  },
});
