// The review page in a browser: filter, keys, marks, the saved file and what becomes of it; and the page of a comparison.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { assertFits, closeClean, desk, narrow, telephone, useBrowser, violations } from './support/browser.js';
import { samplePath, temporaryFolder, tryBronvast } from './support/bronvast.js';

const chromium = useBrowser();
const folder = temporaryFolder();
const draft = samplePath('raadsrapport-fout');
const pageOf = (name) => {
  const file = path.join(folder, `${name}.beoordelen.html`);
  const ran = tryBronvast('check', '--format=html', '-o', file, samplePath(name));
  assert.ok(ran.status < 2, ran.stderr);
  return file;
};
const page = pageOf('raadsrapport-fout');
const findings = JSON.parse(tryBronvast('check', '--format=json', draft).stdout).files[0].findings;
const open = (options = {}) => chromium.open(page, { viewport: desk, ...options });
const shown = (view) => view.locator('.finding:visible').count();
const current = (view) => view.locator('.finding.current').getAttribute('data-number');

describe('the review page', () => {
  for (const name of ['raadsrapport-fout', 'plan-van-aanpak', 'verzoekschrift-spoed-fout'])
    for (const viewport of [telephone, desk])
      test(`axe-core finds nothing: ${name} at ${viewport.width} pixels`, async () => {
        const view = await chromium.open(pageOf(name), { viewport });
        assert.deepEqual(await violations(view), []);
        await view.keyboard.press('j');
        assert.deepEqual(await violations(view), [], 'with a finding open');
        await closeClean(view);
      });

  test('fits the width of a telephone', async () => {
    for (const viewport of [telephone, narrow]) {
      const view = await open({ viewport });
      await assertFits(view);
      await closeClean(view);
    }
  });

  test('says everything without a script', async () => {
    const view = await open({ javaScriptEnabled: false });
    assert.equal(await shown(view), findings.length);
    assert.equal(await view.locator('#lijst ~ .list a:visible').count(), findings.length);
    assert.equal(await view.locator('.tools:visible, .saving:visible, .verdict:visible').count(), 0);
    for (const finding of findings.slice(0, 8))
      assert.ok((await view.locator('.margin').allInnerTexts()).join('\n').includes(finding.message));
    await view.context().close();
  });

  test('every link leads somewhere', async () => {
    const view = await open();
    const lost = await view.evaluate(() => [...document.querySelectorAll('a[href^="#"]')]
      .filter((link) => !document.getElementById(link.getAttribute('href').slice(1))).map((link) => link.outerHTML));
    assert.deepEqual(lost, []);
    assert.equal(await view.evaluate(() => {
      const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
      return ids.length - new Set(ids).size;
    }), 0, 'an id stands twice');
    await closeClean(view);
  });

  test('marks the words of a finding', async () => {
    const view = await open();
    const number = findings.findIndex((finding) => finding.message.startsWith('“vorig jaar”')) + 1;
    assert.deepEqual(await view.locator(`mark[data-findings~="${number}"]`).allInnerTexts(), ['vorig jaar']);
    await closeClean(view);
  });
});

describe('the filter', () => {
  const of = (severity) => findings.filter((finding) => finding.severity === severity && !finding.suppressed).length;

  test('by severity, and says so', async () => {
    const view = await open();
    await view.locator('input[data-kind="fout"]').uncheck();
    assert.equal(await shown(view), findings.length - of('error'));
    assert.match(await view.locator('#stand').innerText(), new RegExp(`^${findings.length - of('error')} van ${findings.length} .*Filter: waarschuwing, advies`));
    await view.locator('#alles').click();
    assert.equal(await shown(view), findings.length);
    assert.doesNotMatch(await view.locator('#stand').innerText(), /Filter/);
    await closeClean(view);
  });

  test('by rule, part and person', async () => {
    const view = await open();
    await view.locator('select[data-filter="rule"]').selectOption('bron/ontbreekt');
    assert.equal(await shown(view), findings.filter((finding) => finding.rule === 'bron/ontbreekt').length);
    await view.locator('select[data-filter="rule"]').selectOption('');
    await view.locator('select[data-filter="part"]').selectOption('7');
    const inPart = findings.filter((finding) => finding.claim?.startsWith('7.')).length;
    assert.ok(await shown(view) >= inPart && inPart > 3);
    await view.locator('select[data-filter="persons"]').selectOption('vader');
    assert.ok(await shown(view) < inPart);
    assert.match(await view.locator('#stand').innerText(), /7\. Gezondheid; de heer Wagenaar/);
    assert.equal(await view.locator('mark:not(.off)').count(), await view.locator('.finding:visible').evaluateAll((all) =>
      new Set(all.flatMap((one) => [...document.querySelectorAll(`mark[data-findings~="${one.dataset.number}"]`)])).size));
    await closeClean(view);
  });

  test('the list stands in groups, and is filtered too', async () => {
    const view = await open();
    await view.locator('.list summary').click();
    await view.locator('#groepering').selectOption('rule');
    const rules = [...new Set(findings.map((finding) => finding.rule))];
    assert.equal(await view.locator('.list .group').count(), rules.length);
    assert.equal(await view.locator('.list li:visible').count(), findings.length);
    await view.locator('#groepering').selectOption('persons');
    assert.ok((await view.locator('.list .group h3').allInnerTexts()).some((title) => title.startsWith('de heer Wagenaar (')));
    assert.deepEqual(await violations(view), []);
    await view.locator('#groepering').selectOption('kind');
    assert.deepEqual((await view.locator('.list .group h3').allInnerTexts()).map((title) => title.split(' ')[0]),
      ['fout', 'waarschuwing', 'advies']);
    await view.locator('input[data-kind="advies"]').uncheck();
    assert.equal(await view.locator('.list li:visible').count(), findings.length - of('note'));
    await view.locator('#groepering').selectOption('');
    assert.equal(await view.locator('.list .group').count(), 0);
    assert.equal(await view.locator('.list li:visible').count(), findings.length - of('note'));
    await closeClean(view);
  });

  test('an empty choice says that nothing fits', async () => {
    const view = await open();
    for (const kind of ['fout', 'waarschuwing', 'advies', 'uitzondering']) await view.locator(`input[data-kind="${kind}"]`).uncheck();
    assert.equal(await shown(view), 0);
    assert.match(await view.locator('#stand').innerText(), /Geen bevinding past/);
    await closeClean(view);
  });
});

describe('the keys', () => {
  test('lead from finding to finding, in sight', async () => {
    const view = await open();
    for (const [key, number] of [['j', 1], ['n', 2], ['ArrowRight', 3], ['k', 2], ['p', 1], ['ArrowLeft', findings.length], ['j', 1]]) {
      await view.keyboard.press(key);
      assert.equal(await current(view), String(number), key);
    }
    for (let i = 0; i < 9; i++) {
      await view.keyboard.press('j');
      const covered = await view.locator('.finding.current summary').evaluate((summary) => {
        const box = summary.getBoundingClientRect();
        return !summary.contains(document.elementFromPoint(box.left + 5, box.top + 5));
      });
      assert.equal(covered, false, 'the finding is behind something');
      assert.equal(await view.locator('.finding.current').getAttribute('open'), '');
    }
    assert.match(await view.locator('#plaats').innerText(), /bevinding 10/);
    await closeClean(view);
  });

  test('keep to what the filter shows', async () => {
    const view = await open();
    await view.locator('select[data-filter="rule"]').selectOption('bron/ontbreekt');
    await view.locator('h1').click();
    await view.keyboard.press('j');
    assert.equal(await view.locator('.finding.current').getAttribute('data-rule'), 'bron/ontbreekt');
    await closeClean(view);
  });

  test('can be turned off, and do nothing while somebody writes', async () => {
    const view = await open();
    await view.keyboard.press('j');
    await view.keyboard.press('o');
    await view.keyboard.type('jjnkpex');
    assert.equal(await current(view), '1');
    assert.equal(await view.locator('#opmerking-1').inputValue(), 'jjnkpex');
    await view.keyboard.press('Escape');
    await view.locator('.keys summary').click();
    await view.locator('#toetsen').uncheck();
    await view.keyboard.press('j');
    assert.equal(await current(view), '1');
    await view.context().close();
  });
});

// Marks findings, fills in a name and saves; the path of the file.
async function review(view, marks) {
  for (const { rule, verdict, remark } of marks) {
    const finding = view.locator(`.finding[data-rule="${rule}"]`).first();
    if (!await finding.evaluate((element) => element.open)) await finding.locator('summary').click();
    if (verdict) await finding.locator(`input[value="${verdict}"]`).check();
    if (remark) await finding.locator('textarea').fill(remark);
  }
  await view.locator('#naam').fill('N. Jansen');
  const saved = view.waitForEvent('download');
  await view.locator('#bewaar').click();
  const file = path.join(folder, `${Math.random()}.json`);
  await (await saved).saveAs(file);
  return file;
}

describe('marking and saving', () => {
  const marks = [
    { rule: 'label/feit-is-oordeel', verdict: 'niet-eens', remark: 'De foto’s laten dit zien: "zie bijlage 2".' },
    { rule: 'bron/vaag', verdict: 'eens', remark: 'Noem wie dit zei.\nEn wanneer.' },
    { rule: 'datum/relatief', remark: 'Welk jaar?' },
  ];

  test('the file comes back into the draft', async () => {
    const view = await open();
    const file = await review(view, marks);
    assert.match(await view.locator('#melding').innerText(), /Bewaard/);
    assert.match(await view.locator('#voortgang').innerText(), /^2 van/);
    await closeClean(view);
    const result = path.join(folder, 'uit.md');
    const ran = tryBronvast('review', `--from=${file}`, '-o', result, draft);
    assert.equal(ran.status, 1, ran.stderr);
    assert.match(ran.stdout, /opmerking van N\. Jansen, .*: Noem wie dit zei\. En wanneer\./);
    assert.match(ran.stdout, /opmerking van N\. Jansen, .*: Welk jaar\?/);
    assert.match(ran.stdout, /2 opmerkingen, 1 uitzondering in het concept gezet/);
    const changed = readFileSync(result, 'utf8').split('\n').filter((line, i) => line !== readFileSync(draft, 'utf8').split('\n')[i]);
    assert.equal(changed.length, 1);
    assert.match(changed[0], /negeer=label\/feit-is-oordeel reden="De foto’s laten dit zien: \\"zie bijlage 2\\"\. \(N\. Jansen, /);
  });

  test('nothing is saved without a name, or an exception without a reason', async () => {
    const view = await open();
    const finding = view.locator('.finding[data-rule="bron/vaag"]').first();
    await finding.locator('summary').click();
    await finding.locator('input[value="niet-eens"]').check();
    await view.locator('#bewaar').click();
    assert.match(await view.locator('#melding').innerText(), /naam/);
    await view.locator('#naam').fill('N. Jansen');
    await view.locator('#bewaar').click();
    assert.match(await view.locator('#melding').innerText(), /hoort een reden/);
    assert.equal(await finding.locator('textarea').evaluate((area) => area === document.activeElement), true);
    assert.deepEqual(await violations(view), []);
    await view.context().close();
  });

  test('work goes on from a saved file', async () => {
    const first = await open();
    const file = await review(first, marks);
    await closeClean(first);
    const view = await open();
    await view.locator('#open').setInputFiles(file);
    await view.waitForFunction(() => /geladen/.test(document.getElementById('melding').textContent));
    assert.equal(await view.locator('.finding[data-rule="bron/vaag"] textarea').first().inputValue(), marks[1].remark);
    assert.equal(await view.locator('.finding[data-rule="label/feit-is-oordeel"] .status').first().innerText(), '✕ niet eens');
    await view.locator('select[data-filter="verdict"]').selectOption('niet-eens');
    assert.equal(await shown(view), 1);
    const again = JSON.parse(readFileSync(await review(view, []), 'utf8'));
    assert.deepEqual(again.findings, JSON.parse(readFileSync(file, 'utf8')).findings);
    await closeClean(view);
  });

  test('a file of another draft, or no review at all, is not taken', async () => {
    const view = await open();
    const other = path.join(folder, 'ander.json');
    writeFileSync(other, JSON.stringify({ 'bronvast-beoordeling': 1, draft: '0'.repeat(64), findings: [] }));
    await view.locator('#open').setInputFiles(other);
    await view.waitForFunction(() => /ander concept/.test(document.getElementById('melding').textContent));
    writeFileSync(other, '{');
    await view.locator('#open').setInputFiles(other);
    await view.waitForFunction(() => /geen bewaarde/.test(document.getElementById('melding').textContent));
    await closeClean(view);
  });
});

describe('the page of a comparison', () => {
  const file = path.join(folder, 'verschil.html');
  tryBronvast('compare', '--format=html', '-o', file, samplePath('raadsrapport'), draft);

  for (const viewport of [telephone, narrow, desk])
    test(`axe-core finds nothing, and it fits ${viewport.width} pixels`, async () => {
      const view = await chromium.open(file, { viewport });
      assert.deepEqual(await violations(view), []);
      await assertFits(view);
      await closeClean(view);
    });

  test('tells what came and went without colour too', async () => {
    const view = await chromium.open(file);
    const lines = await view.evaluate(() => ['del', 'ins'].map((tag) => getComputedStyle(document.querySelector(tag)).textDecorationLine));
    assert.deepEqual(lines, ['line-through', 'underline']);
    await closeClean(view);
  });
});
