// The word list: from a difficult word to what it means, and back to where one was reading.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closeClean, useBrowser } from './support/browser.js';
import { renderForParents, samplePath, samples, temporaryFolder } from './support/bronvast.js';

const chromium = useBrowser();
const folder = temporaryFolder();

for (const [sample, readers] of Object.entries(samples))
  for (const reader of readers)
    test(`${sample} for ${reader ?? 'anybody'}: every link leads somewhere, every word back`, async () => {
      const page = await chromium.open(renderForParents(folder, samplePath(sample), { reader }));
      const { dangling, words, back, first } = await page.evaluate(() => ({
        dangling: [...document.querySelectorAll('a[href^="#"]')].map((a) => a.hash.slice(1)).filter((id) => !document.getElementById(id)),
        words: [...document.querySelectorAll('a.word')].map((a) => [a.id, a.hash.slice(1)]),
        back: [...document.querySelectorAll('.terms a.back')].map((a) => a.hash.slice(1)),
        first: document.querySelector('a.word').id,
      }));
      assert.deepEqual(dangling, []);
      assert.ok(words.length > 20);
      assert.deepEqual([...new Set(words.map(([, target]) => target))].length, words.length, 'one link to a word');
      assert.deepEqual([...back].sort(), words.map(([id]) => id).sort());

      await page.locator(`[id="${first}"]`).click();
      assert.equal(new URL(page.url()).hash, `#${words[0][1]}`);
      assert.equal(await page.locator('.terms :target').isVisible(), true);
      await page.locator(`.terms a.back[href="#${first}"]`).click();
      assert.equal(new URL(page.url()).hash, `#${first}`);
      await closeClean(page);
    });
