// Findings for machines against the schemas that others published: SARIF by Microsoft's validator, JSON and JSON Lines by ours.
import assert from 'node:assert/strict';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import Ajv from 'ajv';
import { samples, samplePath, source, temporaryFolder, tryBronvast } from './support/bronvast.js';

const folder = temporaryFolder();
const drafts = Object.keys(samples).flatMap((name) => [samplePath(name), samplePath(`${name}-fout`)]);

// A draft whose findings have changed since the result on the sample.
function changedDraft() {
  const former = path.join(folder, 'vorige.json');
  const changed = path.join(folder, '50% één.md');
  tryBronvast('check', '--format=json', '-o', former, samplePath('raadsrapport-fout'));
  const lines = readFileSync(samplePath('raadsrapport-fout'), 'utf8').split('\n').filter((line) => !line.includes('g-mentro'));
  writeFileSync(changed, `${lines.join('\n')}\nHij liep weg.\n`);
  return ['--baseline', former, changed];
}

// Every way a result can look: findings, exceptions, none, a file that is not there, new and solved.
const results = {
  samples: drafts,
  unreadable: [drafts[1], path.join(folder, 'weg.md')],
  changed: changedDraft(),
  nothing: ['--files-from=/dev/null'],
};

function validateSarif(file) {
  const require = createRequire(import.meta.url);
  const multitool = path.join(path.dirname(require.resolve('@microsoft/sarif-multitool-linux/package.json')), 'Sarif.Multitool');
  const log = `${file}.uitkomst`;
  chmodSync(multitool, 0o755);
  const ran = spawnSync(multitool, ['validate', file, '--output', log, '--log', 'ForceOverwrite'], { encoding: 'utf8' });
  assert.equal(ran.status, 0, ran.stdout + ran.stderr);
  return JSON.parse(readFileSync(log, 'utf8')).runs[0].results;
}

for (const [name, words] of Object.entries(results)) {
  test(`SARIF is valid: ${name}`, () => {
    const file = path.join(folder, `${name}.sarif`);
    tryBronvast('check', '--format=sarif', '-o', file, ...words);
    const remarks = validateSarif(file).filter((result) => !['note', 'none'].includes(result.level));
    // It wishes for an address on the web; the program has none.
    assert.deepEqual(remarks.map((result) => result.ruleId).filter((rule) => rule !== 'SARIF2005'), []);
  });

  test(`JSON and JSON Lines are valid: ${name}`, () => {
    const schema = JSON.parse(readFileSync(path.join(source, 'schemas', 'bevindingen.schema.json'), 'utf8'));
    const ajv = new Ajv({ allErrors: true, strict: false });
    const report = ajv.compile(schema);
    const object = JSON.parse(tryBronvast('check', '--format=json', ...words).stdout);
    assert.ok(report(object), JSON.stringify(report.errors));
    const lines = tryBronvast('check', '--format=jsonl', ...words).stdout.split('\n').filter(Boolean);
    assert.deepEqual(lines.map((line) => JSON.parse(line)), object.files);
  });
}

test('the validator sees a fault', () => {
  const file = path.join(folder, 'fout.sarif');
  const sarif = JSON.parse(tryBronvast('check', '--format=sarif', samplePath('raadsrapport-fout')).stdout);
  sarif.runs[0].results[0].locations[0].physicalLocation.region.startLine = 0;
  delete sarif.runs[0].results[1].message;
  writeFileSync(file, JSON.stringify(sarif));
  assert.deepEqual(validateSarif(file).map((result) => result.ruleId).sort(), ['JSON1002', 'JSON1008']);
});
