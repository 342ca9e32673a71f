// Opens every page of the built site in Chromium, and tests links, pictures, accessibility, tabs and search. CHROMIUM is the path of the browser.
import assert from 'node:assert/strict';
import { createReadStream, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';

const site = fileURLToPath(new URL('../.vitepress/dist', import.meta.url));
if (!existsSync(`${site}/index.html`)) throw new Error('the site: not built, got no docs/.vitepress/dist; run `npm run docs` first');
const axe = readFileSync(fileURLToPath(new URL('../node_modules/axe-core/axe.min.js', import.meta.url)), 'utf8');
const TYPES = { html: 'text/html; charset=utf-8', js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml', png: 'image/png', woff2: 'font/woff2', json: 'application/json' };

const server = createServer((request, response) => {
  const file = path.join(site, decodeURIComponent(new URL(request.url, 'http://localhost').pathname).replace(/\/$/, '/index.html'));
  if (!file.startsWith(site) || !existsSync(file) || statSync(file).isDirectory()) return response.writeHead(404).end();
  response.writeHead(200, { 'content-type': TYPES[file.split('.').at(-1)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${server.address().port}`;

const startedAt = Date.now();
const problems = [];
const anchors = new Map();
const links = [];
const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-dev-shm-usage'] });

/** Opens a tab that reports the errors of each page. */
async function openTab() {
  const tab = await browser.newPage();
  const report = (what) => problems.push(`${tab.url().replace(origin, '')}: ${what}`);
  tab.on('pageerror', (error) => report(`error ${error.message}`));
  tab.on('console', (message) => message.type() === 'error' && report(`console ${message.text()}`));
  tab.on('request', (request) => !request.url().startsWith(origin) && !/^(data|blob|chrome-extension):/.test(request.url()) && report(`request to ${request.url()}`));
  tab.on('response', (response) => response.status() >= 400 && report(`${response.status()} of ${response.url()}`));
  // Only a page that hangs reaches it.
  tab.setDefaultTimeout(300_000);
  return tab;
}

/** Runs in a page, and returns its links, anchors and broken pictures. */
const facts = () => ({
  ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
  links: [...document.querySelectorAll('a[href]')].map(({ href }) => href),
  broken: [...document.images].filter((image) => image.complete && image.naturalWidth === 0).map(({ src }) => src),
  headings: document.querySelectorAll('h1').length,
  shown: document.querySelector('#app')?.__vue_app__ !== undefined,
});

const RULES = { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] };

async function checkAccessibility(tab, theme) {
  await tab.evaluate((dark) => document.documentElement.classList.toggle('dark', dark), theme === 'dark');
  await tab.evaluate(axe);
  const { violations } = await tab.evaluate((rules) => window.axe.run(document, rules), RULES);
  for (const { id, impact, nodes } of violations.filter((one) => ['serious', 'critical'].includes(one.impact))) {
    problems.push(`${tab.url().replace(origin, '')} (${theme}): ${impact} ${id}: ${nodes.slice(0, 3).map(({ html, any }) => `${html.slice(0, 120)} ${any[0]?.message ?? ''}`).join(' | ')}`);
  }
}

const pages = readdirSync(site, { recursive: true }).filter((file) => file.endsWith('.html') && file !== '404.html').sort();
// The pages of the reference have the same layout, so the slow check covers only a few of them.
const isSlow = (page) => !page.startsWith('reference/') || ['index', 'Distribution', 'DistributionProps', 'Waf', 'CacheBehavior'].some((name) => page === `reference/${name}.html`);

async function visit(tab, page) {
  await tab.goto(`${origin}/${page}`, { waitUntil: 'load' });
  await tab.waitForFunction(() => document.querySelector('#app')?.__vue_app__ !== undefined);
  // During the transition between themes, colors have too little contrast.
  await tab.addStyleTag({ content: '* { transition: none !important; animation: none !important; }' });
  const found = await tab.evaluate(facts);
  if (found.headings !== 1) problems.push(`${page}: h1, got ${found.headings}`);
  found.broken.forEach((src) => problems.push(`${page}: picture ${src} did not load`));
  anchors.set(`/${page}`, new Set(found.ids));
  links.push(...found.links.map((href) => ({ page, href })));
  if (!isSlow(page)) return;
  await checkAccessibility(tab, 'light');
  await checkAccessibility(tab, 'dark');
}

const left = [...pages];
await Promise.all([1, 2].map(async () => {
  const tab = await openTab();
  for (let page = left.shift(); page !== undefined; page = left.shift()) await visit(tab, page);
  await tab.close();
}));

const internal = links.filter(({ href }) => href.startsWith(origin));
for (const { page, href } of internal) {
  const { pathname, hash } = new URL(href);
  const target = pathname.replace(/\/$/, '/index.html');
  const ids = anchors.get(target);
  if (ids === undefined) { if (!existsSync(path.join(site, target))) problems.push(`${page}: link to ${href.replace(origin, '')}, which does not exist`); }
  else if (hash && !ids.has(decodeURIComponent(hash.slice(1)))) problems.push(`${page}: link to ${href.replace(origin, '')}, without this anchor`);
}
// A link to a file of the repository. The test does not open external pages.
const FILE = /^https:\/\/github\.com\/cdklightsail\/cdk-lightsail-distribution\/(?:blob|tree)\/main\/([^#]+)/;
const root = fileURLToPath(new URL('../..', import.meta.url));
for (const { page, href } of links) {
  const [, file] = FILE.exec(href) ?? [];
  if (file !== undefined && !existsSync(root + file)) problems.push(`${page}: link to the file ${file}, which does not exist`);
}

async function testTabs() {
  const tab = await openTab();
  await tab.goto(`${origin}/getting-started.html`, { waitUntil: 'load' });
  const shown = () => tab.$$eval('.vp-code-group', (groups) => groups.map((group) => [...group.querySelectorAll('.blocks > div')].filter((block) => block.offsetHeight > 0).map((block) => block.textContent)));
  const before = await shown();
  assert.equal(before.length, 3);
  for (const [language, sign] of [['Python', 'from aws_cdk import'], ['Java', 'public class Site'], ['C#', 'using Amazon.CDK'], ['Go', 'package main']]) {
    await tab.evaluate((title) => [...document.querySelectorAll('.vp-code-group')[1].querySelectorAll('label')].find((label) => label.textContent === title).click(), language);
    await tab.waitForFunction((text) => [...document.querySelectorAll('.vp-code-group')[1].querySelectorAll('.blocks > div')].some((block) => block.offsetHeight > 0 && block.textContent.includes(text)), {}, sign);
    assert.equal((await shown())[1].length, 1);
  }
  await tab.close();
}

async function testSearch() {
  const tab = await openTab();
  for (const [words, target] of [['responseTimeout', '/reference/'], ['superseded', '/troubleshooting'], ['owner tag', '/concepts/ownership']]) {
    await tab.goto(`${origin}/getting-started.html`, { waitUntil: 'load' });
    await tab.click('.VPNavBarSearch button');
    await tab.waitForSelector('#localsearch-input');
    await tab.type('#localsearch-input', words);
    await tab.waitForFunction((part) => [...document.querySelectorAll('#localsearch-list a')].some(({ href }) => href.includes(part)), {}, target)
      .catch(() => problems.push(`search: "${words}" did not find ${target}`));
  }
  await tab.close();
}

await testTabs();
await testSearch();

if (process.env.SCREENSHOTS) {
  mkdirSync(process.env.SCREENSHOTS, { recursive: true });
  const tab = await openTab();
  await tab.setViewport({ width: 1280, height: 900 });
  for (const page of process.env.PAGES?.split(',') ?? ['index', 'concepts/ownership', 'benchmark']) {
    for (const theme of ['light', 'dark']) {
      await tab.goto(`${origin}/${page}.html`, { waitUntil: 'networkidle0' });
      await tab.addStyleTag({ content: '* { transition: none !important; }' });
      await tab.evaluate((dark) => document.documentElement.classList.toggle('dark', dark), theme === 'dark');
      await tab.screenshot({ path: path.join(process.env.SCREENSHOTS, `${page.replaceAll('/', '-')}-${theme}.png`) });
    }
  }
}

await browser.close();
server.close();
new Set(problems).forEach((problem) => console.error(problem));
console.log(`${pages.length} pages, ${links.length} links (${internal.length} within the site), ${new Set(problems).size} problems, ${((Date.now() - startedAt) / 1000).toFixed(0)} s`);
process.exitCode = problems.length > 0 ? 1 : 0;
