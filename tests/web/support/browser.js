// One Chromium for a test file: pages opened from file:, what they asked for, and what axe-core finds in them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

export const telephone = { width: 390, height: 844 };
export const narrow = { width: 320, height: 568 };
export const desk = { width: 1280, height: 800 };

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const norms = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// Starts a browser before the tests of this file and closes it after them. `open(file, options)` gives a page with
// `requests` (addresses it asked for) and `complaints` (errors of its scripts and its console); options: those of
// a browser context, such as `viewport`, `javaScriptEnabled`, `reducedMotion`.
export function useBrowser() {
  const used = { browser: null };
  before(async () => {
    used.browser = await chromium.launch({
      executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
      chromiumSandbox: process.getuid() !== 0,
    });
  });
  after(() => used.browser?.close());
  used.open = async (file, options = {}) => {
    const context = await used.browser.newContext({ viewport: telephone, acceptDownloads: true, ...options });
    const page = await context.newPage();
    page.requests = [];
    page.complaints = [];
    context.on('request', (request) => page.requests.push(request.url()));
    page.on('pageerror', (error) => page.complaints.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && page.complaints.push(message.text()));
    await page.goto(pathToFileURL(file).href);
    return page;
  };
  return used;
}

// Closes a page after seeing that it asked for nothing but files and its own data, and that nothing in it failed.
export async function closeClean(page) {
  assert.deepEqual(page.requests.filter((address) => !/^(file|data|blob):/.test(address)), [], 'asked for something outside');
  assert.deepEqual(page.complaints, [], 'the page complained');
  await page.context().close();
}

// What axe-core finds wrong, one line for each place.
export async function violations(page) {
  await page.evaluate(axeSource);
  const { violations: found } = await page.evaluate((tags) => globalThis.axe.run({ runOnly: tags }), norms);
  return found.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary}`));
}

// Fails when something is wider than the screen: a reader should never have to push a page sideways.
export async function assertFits(page) {
  const { wide, places } = await page.evaluate(() => {
    const root = document.documentElement;
    const past = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1);
    return { wide: root.scrollWidth > root.clientWidth, places: past.slice(0, 5).map((e) => `${e.tagName} ${e.className}`) };
  });
  assert.equal(wide, false, `wider than the screen: ${places.join('; ')}`);
}
