// The court's page on a screen: accessible, by itself, and a way from a claim to what it stands on and back.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, test } from 'node:test';
import { assertFits, closeClean, desk, narrow, telephone, useBrowser, violations } from './support/browser.js';
import { bronvast, renderForCourt, samplePath, samples, temporaryFolder } from './support/bronvast.js';

const chromium = useBrowser();
const folder = temporaryFolder();
const files = Object.fromEntries(Object.keys(samples).map((name) => [name, renderForCourt(folder, samplePath(name))]));

for (const [name, file] of Object.entries(files))
  describe(name, () => {
    for (const viewport of [telephone, desk])
      test(`axe-core finds nothing at ${viewport.width} pixels`, async () => {
        const page = await chromium.open(file, { viewport });
        assert.deepEqual(await violations(page), []);
        await closeClean(page);
      });

    test('fits the width of a telephone', async () => {
      for (const viewport of [telephone, narrow]) {
        const page = await chromium.open(file, { viewport });
        await assertFits(page);
        await closeClean(page);
      }
    });

    test('every link leads to something in the page', async () => {
      const page = await chromium.open(file, { viewport: desk });
      const dangling = await page.evaluate(() =>
        [...document.querySelectorAll('a[href]')]
          .map((link) => link.getAttribute('href'))
          .filter((href) => !href.startsWith('#') || !document.getElementById(href.slice(1))));
      assert.deepEqual(dangling, []);
      await closeClean(page);
    });
  });

describe('finding the way', () => {
  const file = files.raadsrapport;
  const open = (options) => chromium.open(file, { viewport: desk, ...options });

  test('from a claim to its source, and from there back', async () => {
    const page = await open();
    const note = page.locator('#punt-1\\.4 .note.source a').first();
    const target = (await note.getAttribute('href')).slice(1);
    await note.click();
    assert.equal(await page.evaluate(() => location.hash.slice(1)), target);
    assert.ok(await page.locator(`#${target}`).evaluate((e) => [...e.closest('tr').querySelectorAll('a')].some((a) => a.hash === '#punt-1.4')));
    await page.getByRole('button', { name: 'Terug naar 1.4' }).click();
    assert.ok(await note.evaluate((link) => link === document.activeElement));
    assert.equal(await page.locator('.back').isVisible(), false);
    await closeClean(page);
  });

  test('from a claim to its reaction, and from that to the claim', async () => {
    const page = await open();
    const href = await page.locator('#punt-6\\.2 .note.reacted a').getAttribute('href');
    assert.equal(await page.locator(`${href} .reaction-title a`).getAttribute('href'), '#punt-6.2');
    await closeClean(page);
  });

  test('from a claim to what contradicts it, and from that to the claim', async () => {
    const page = await open();
    assert.equal(await page.locator('#punt-6\\.2 .note.contradicted a').getAttribute('href'), '#punt-3.7');
    assert.equal(await page.locator('#punt-3\\.7 .note.contradicts a').getAttribute('href'), '#punt-6.2');
    await closeClean(page);
  });

  test('without script everything stands there, and nothing that does not work', async () => {
    const page = await open({ javaScriptEnabled: false });
    assert.equal(await page.locator('.filter').isVisible(), false);
    assert.equal(await page.locator('.claim').count(), await page.locator('.claim:visible').count());
    await page.locator('.contents a', { hasText: 'School' }).click();
    assert.match(page.url(), /#deel-6$/);
    await closeClean(page);
  });
});

describe('filtering', () => {
  const shown = (page) => page.locator('[id^=punt-]:visible').count();

  for (const [name, file] of Object.entries(files))
    test(`${name}: every choice shows its claims and no others`, async () => {
      const page = await chromium.open(file, { viewport: desk });
      const all = await shown(page);
      for (const key of ['label', 'about', 'sources']) {
        const select = page.locator('.filter select').nth(['label', 'about', 'sources'].indexOf(key));
        for (const option of (await select.locator('option').evaluateAll((list) => list.map((o) => o.value))).filter(Boolean)) {
          await select.selectOption(option);
          const wrong = await page.evaluate(([attribute, wanted]) => {
            const has = (claim) => ` ${claim.getAttribute(`data-${attribute}`)} `.includes(` ${wanted} `);
            const seen = (claim) => claim.getClientRects().length > 0;
            const block = (claim) => claim.closest('.claim');
            return [...document.querySelectorAll('[id^=punt-]')]
              .filter((claim) => (has(claim) && !seen(claim)) || (seen(claim) && ![block(claim), ...block(claim).querySelectorAll('[id^=punt-]')].some(has)))
              .map((claim) => claim.id);
          }, [key, option]);
          assert.deepEqual(wrong, [], `${key} ${option}`);
        }
        await page.getByRole('button', { name: 'Alles tonen' }).click();
        assert.equal(await shown(page), all);
      }
      assert.match(await page.locator('.filter output').textContent(), new RegExp(`^${all} van ${all} beweringen$`));
      await closeClean(page);
    });

  test('a link to what is hidden shows it', async () => {
    const page = await chromium.open(files.raadsrapport, { viewport: desk });
    await page.locator('.filter select').first().selectOption('mening');
    assert.equal(await page.locator('#punt-6\\.2').isVisible(), false);
    await page.locator('#punt-3\\.7 .note.contradicts a').click();
    assert.equal(await page.locator('#punt-6\\.2').isVisible(), true);
    await closeClean(page);
  });

  test('is left out in print', async () => {
    const page = await chromium.open(files.raadsrapport, { viewport: desk });
    await page.locator('.filter select').first().selectOption('horen-zeggen');
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.claim').count(), await page.locator('.claim:visible').count());
    assert.equal(await page.locator('.filter').isVisible(), false);
    await closeClean(page);
  });
});

test('printed by a browser, every page says CONCEPT and its number', async () => {
  const draft = `${samplePath('raadsrapport').slice(0, -'.md'.length)}-fout.md`, file = path.join(folder, 'fout.html');
  bronvast('render', '--for=rechtbank', '--as-is', '-o', file, draft);
  const page = await chromium.open(file, { viewport: desk });
  const pdf = path.join(folder, 'fout.pdf');
  await page.pdf({ path: pdf, preferCSSPageSize: true });
  const pages = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
  assert.ok(pages.length > 10);
  pages.forEach((text, index) => {
    assert.match(text, /CONCEPT · \d+ fouten/, `page ${index + 1}`);
    assert.match(text, new RegExp(`pagina ${index + 1} van ${pages.length}`));
  });
  await closeClean(page);
});
