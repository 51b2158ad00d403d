// The reaction form as a parent meets it: filled in with the keyboard, saved as a file, taken back by bronvast react.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { assertFits, closeClean, useBrowser, violations } from './support/browser.js';
import { bronvast, renderForParents, samplePath, samples, temporaryFolder, tryBronvast } from './support/bronvast.js';

const chromium = useBrowser();
const folder = temporaryFolder();
const draft = samplePath('raadsrapport');
const forMother = renderForParents(folder, draft, { reader: 'moeder' });

// Presses Tab until what has the focus fits the selector; how a person without a mouse gets there.
async function tabTo(page, selector) {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
  }
  assert.fail(`the keyboard does not reach ${selector}`);
}

// Goes to a point as a person does who follows the link of the contents and tabs on.
async function openPoint(page, number) {
  await page.evaluate((id) => { location.hash = id; }, `punt-${number}`);
  await tabTo(page, `[id="punt-${number}"] summary`);
  await page.keyboard.press('Enter');
}

async function saveAs(page, name) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#bewaar').press('Enter')]);
  const file = path.join(folder, name);
  await download.saveAs(file);
  return { file, suggested: download.suggestedFilename(), form: JSON.parse(readFileSync(file, 'utf8')) };
}

describe('a mother who reacts with the keyboard', () => {
  const out = path.join(folder, 'met-reacties.md');
  let saved;

  test('chooses, writes and saves', async () => {
    const page = await chromium.open(forMother);
    await openPoint(page, '1.3');
    await tabTo(page, '[id="punt-1.3"] input[type=radio]');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, '[id="punt-1.3"] textarea');
    await page.keyboard.type('Het was *zes* maanden.\n\n::: {.feit}\n</textarea><script>');
    await openPoint(page, '1.4');
    await tabTo(page, '[id="punt-1.4"] input[type=radio]');
    await page.keyboard.press('Space');
    await page.getByLabel('Naam').fill('S. Verhoef');
    await page.getByLabel('Datum').fill('2026-11-25');
    await page.getByLabel('Wat wilt u nog meer zeggen?').fill('Ik wil graag praten.');
    assert.deepEqual(await page.locator('.form-given li').allTextContents(), ['punt 1.3: niet eens, een opmerking', 'punt 1.4: eens']);
    saved = await saveAs(page, 'moeder.json');
    assert.match(await page.getByRole('status').textContent(), /reactie-K-2026-0417-moeder\.json/);
    assert.deepEqual(await violations(page), []);
    await assertFits(page);
    await closeClean(page);
  });

  test('gets a file with what she chose and wrote', () => {
    assert.equal(saved.suggested, 'reactie-K-2026-0417-moeder.json');
    const { draft: hash, ...rest } = saved.form;
    assert.match(hash, /^[0-9a-f]{64}$/);
    assert.deepEqual(rest, {
      'bronvast-reactie': 1, reference: 'K-2026-0417', reader: 'moeder', name: 'S. Verhoef', date: '2026-11-25',
      general: 'Ik wil graag praten.',
      answers: [
        { point: '1.3', answer: 'niet-eens', text: 'Het was *zes* maanden.\n\n::: {.feit}\n</textarea><script>' },
        { point: '1.4', answer: 'eens' },
      ],
    });
  });

  test('is asked about by the check once it is in the draft', () => {
    const open = (file) => tryBronvast('check', file).stdout.match(/\[wederhoor\/onverwerkt;/g)?.length ?? 0;
    const before = open(draft);
    const { status, stderr } = tryBronvast('react', `--from=${saved.file}`, '-o', out, draft);
    assert.equal(status, 0, stderr);
    assert.match(stderr, /ingevuld door S\. Verhoef: 3 reacties/);
    assert.equal(open(out), before + 3);
  });

  test('reads her own words in the court version and in her own', () => {
    const court = bronvast('render', '--for=rechtbank', '--as-is', out);
    assert.ok(court.includes('Het was *zes* maanden.'));
    assert.ok(court.includes('&lt;/textarea&gt;&lt;script&gt;'));
    assert.ok(bronvast('render', '--for=ouders', '--reader=moeder', out).includes('Ik wil graag praten.'));
  });
});

test('every point has its own place to answer, and every place a point', async () => {
  for (const [sample, readers] of Object.entries(samples))
    for (const reader of readers) {
      const page = await chromium.open(renderForParents(folder, samplePath(sample), { reader }));
      const [points, rows, places] = await page.evaluate(() => [
        [...document.querySelectorAll('.point')].map((point) => point.id),
        [...document.querySelectorAll('.form-point')].map((row) => `punt-${row.dataset.point}`),
        [...document.querySelectorAll('.answer')].map((answer) => answer.parentElement.id)]);
      assert.ok(points.length > 100);
      assert.deepEqual(rows, points);
      assert.deepEqual(places, points);
      await closeClean(page);
    }
});

test('an answer can be taken back, and nothing is saved of nothing', async () => {
  const page = await chromium.open(forMother);
  await openPoint(page, '1.3');
  await tabTo(page, '[id="punt-1.3"] input[type=radio]');
  await page.keyboard.press('Space');
  await tabTo(page, '[id="punt-1.3"] button');
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('.form-given li').count(), 0);
  await page.locator('#bewaar').press('Enter');
  assert.match(await page.getByRole('status').textContent(), /nog niets ingevuld/);
  await closeClean(page);
});

test('whatever is pasted, the program takes the file', async () => {
  const pasted = 'Een\u000btwee\r\ndrie\u2028vier\u202eomgekeerd\u0000\ud800 \u200bvijf\ufeff 👩‍👧 é \t zes';
  const page = await chromium.open(forMother);
  await openPoint(page, '1.3');
  const put = (element, text) => { element.value = text; element.dispatchEvent(new Event('input', { bubbles: true })); };
  await page.locator('[id="punt-1.3"] textarea').evaluate(put, pasted);
  await page.getByLabel('Naam').evaluate(put, `S.\u202e\tVerhoef\u0007`);
  await page.getByLabel('Wat wilt u nog meer zeggen?').evaluate(put, '\u20ac'.repeat(16000));
  const { file, form } = await saveAs(page, 'geplakt.json');
  assert.equal(form.answers[0].text, 'Een\ntwee\ndrie\nvieromgekeerd vijf 👩‍👧 é \t zes');
  assert.equal(form.name, 'S. Verhoef');
  const { status, stderr } = tryBronvast('react', `--from=${file}`, '-o', path.join(folder, 'geplakt.md'), draft);
  assert.equal(status, 0, stderr);
  await closeClean(page);
});

test('Enter in a field loses nothing', async () => {
  const page = await chromium.open(forMother);
  await page.getByLabel('Naam').fill('S. Verhoef');
  await page.getByLabel('Naam').press('Enter');
  assert.equal(await page.getByLabel('Naam').inputValue(), 'S. Verhoef');
  await closeClean(page);
});

test('an answer that was not saved is not lost without a question', async () => {
  const page = await chromium.open(forMother);
  await page.getByLabel('Naam').fill('S. Verhoef');
  const asked = page.waitForEvent('dialog');
  const closing = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  assert.equal(dialog.type(), 'beforeunload');
  await dialog.accept();
  await closing;
});

test('on paper: boxes and lines, no buttons; after filling in only what was filled in', async () => {
  const page = await chromium.open(forMother);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('#bewaar').isVisible(), false);
  assert.equal(await page.locator('.answer').first().isVisible(), false);
  assert.equal(await page.locator('.form-point .box').first().isVisible(), true);
  assert.equal(await page.locator('.form-point .lines').first().isVisible(), true);
  await page.emulateMedia({ media: 'screen' });
  await openPoint(page, '1.3');
  await page.locator('[id="punt-1.3"] textarea').fill('Zes maanden.');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('[id="punt-1.3"] textarea').isVisible(), true);
  assert.equal(await page.locator('[id="punt-1.4"] .answer').isVisible(), false);
  assert.equal(await page.locator('.form-point').first().isVisible(), false);
  await closeClean(page);
});

test('without scripts, or words for them, the form is for paper: no field that leads nowhere', async () => {
  const wordless = path.join(folder, 'zonder-woorden.html');
  writeFileSync(wordless, readFileSync(forMother, 'utf8').replace(/ data-save="[^"]*"/, ''));
  for (const [file, javaScriptEnabled] of [[forMother, false], [wordless, true]]) {
    const page = await chromium.open(file, { javaScriptEnabled });
    assert.equal(await page.locator('input, textarea, button, select').count(), 0);
    assert.equal(await page.locator('.form-point .box').first().isVisible(), true);
    await page.context().close();
  }
});
