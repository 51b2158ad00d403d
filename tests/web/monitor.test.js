// The monitor's page: accessible, within the width of a telephone, nothing from outside.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import { bronvast, temporaryFolder } from './support/bronvast.js';
import { assertFits, closeClean, narrow, useBrowser, violations } from './support/browser.js';

const chromium = useBrowser();

// A line of results of a report by an organisation in a quarter.
function result(organisation, month, { mixed, diagnosis }) {
  const findings = [
    ...(mixed ? ['label/ontbreekt'] : []),
    ...(diagnosis ? ['diagnose/herkomst'] : []),
  ].map((rule) => ({ rule, severity: 'error', suppressed: false }));
  return JSON.stringify({
    file: 'jansen.md', date: `2026-${month}-01`, organisation, counts: { diagnoses: 1, reactions: 1 }, findings,
  });
}

function page(folder) {
  const lines = [];
  for (const [organisation, share] of [['Raad voor de Kinderbescherming', 3], ['Jeugdbescherming Aarland', 2]]) {
    ['02', '05', '08', '11'].forEach((month, quarter) => {
      for (let i = 0; i < 12; i++) lines.push(result(organisation, month, { mixed: i % share > 0 && i > quarter * 2, diagnosis: i < 6 - quarter }));
    });
  }
  lines.push(result('Te klein', '02', { mixed: true, diagnosis: true }));
  const results = path.join(folder, 'resultaten.jsonl');
  const file = path.join(folder, 'monitor.html');
  writeFileSync(results, lines.join('\n'));
  bronvast('monitor', '-o', file, results);
  return file;
}

test('accessible (WCAG 2.2 AA), with a text for every picture', async () => {
  const shown = await chromium.open(page(temporaryFolder()));
  assert.deepEqual(await violations(shown), []);
  assert.equal(await shown.locator('svg[role=img]').count(), 4);
  for (const picture of await shown.locator('svg[role=img]').all()) {
    assert.match(await picture.locator('desc').textContent(), /Alle cijfers staan in de tabel eronder\.$/);
  }
  assert.equal(await shown.getByText('Te klein').count(), 0);
  assert.equal(await shown.getByText('Rapporten in dit overzicht: 96.').count(), 1);
  await closeClean(shown);
});

test('within the width of a telephone', async () => {
  const shown = await chromium.open(page(temporaryFolder()));
  await shown.setViewportSize(narrow);
  await assertFits(shown);
  await closeClean(shown);
});
