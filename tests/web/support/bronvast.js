// The built program, run on the samples in a temporary folder.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const source = fileURLToPath(new URL('../../..', import.meta.url));
export const program = path.resolve(process.env.BRONVAST || path.join(source, 'build', 'bronvast'));

// Every sample with everybody who may get a version of it; null: nobody in particular.
export const samples = {
  raadsrapport: ['moeder', 'vader', 'daan', null],
  'plan-van-aanpak': ['moeder', 'vader', 'filip', 'tante', null],
  'verzoekschrift-spoed': ['moeder', 'vader', 'fenna', null],
};

export function samplePath(name) {
  return path.join(source, 'samples', `${name}.md`);
}

// A folder that goes when the process ends.
export function temporaryFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'bronvast-web-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

// Runs the program; throws with what it said when it fails.
export function bronvast(...args) {
  return execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
}

// Runs the program and gives { status, stdout, stderr }, whatever its status is.
export function tryBronvast(...args) {
  return spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
}

// The parents' version of a draft as an HTML file in `folder`; its path.
export function renderForParents(folder, draft, { reader = null, short = false } = {}) {
  const name = [path.basename(draft, path.extname(draft)), reader || 'algemeen', short && 'kort'].filter(Boolean).join('.');
  const file = path.join(folder, `${name}.html`);
  bronvast('render', '--for=ouders', ...(reader ? [`--reader=${reader}`] : []), ...(short ? ['--short'] : []), '-o', file, draft);
  return file;
}

// The court's version of a draft as an HTML file in `folder`; its path.
export function renderForCourt(folder, draft) {
  const file = path.join(folder, `${path.basename(draft, path.extname(draft))}.rechtbank.html`);
  bronvast('render', '--for=rechtbank', '-o', file, draft);
  return file;
}
