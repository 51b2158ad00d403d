// The language server with the client library that VS Code uses.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import {
  CodeActionRequest, CompletionRequest, DefinitionRequest, DocumentSymbolRequest, HoverRequest, ReferencesRequest,
} from 'vscode-languageserver-protocol/node.js';

import { source, temporaryFolder, tryBronvast } from './support/bronvast.js';
import { applyEdits, openEditor, positionOf } from './support/editor.js';

const faulty = path.join(source, 'samples', 'raadsrapport-fout.md');
const text = readFileSync(faulty, 'utf8');

// The text of a range.
function textAt(document, { start, end }) {
  const lines = document.text.split('\n');
  if (start.line !== end.line) return lines.slice(start.line, end.line + 1).join('\n');
  return lines[start.line].slice(start.character, end.character);
}

async function fixesFor(editor, document, finding) {
  return editor.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: document.uri }, range: finding.range, context: { diagnostics: [finding] },
  });
}

const editsOf = (fix) => fix.edit.documentChanges.flatMap((change) => change.edits);

test('findings are those of bronvast check, at the same places', async () => {
  const editor = await openEditor();
  assert.equal(editor.server.capabilities.positionEncoding, 'utf-16');
  const document = await editor.open(faulty, text);
  const shown = await editor.findings(document);
  const checked = JSON.parse(tryBronvast('check', '--format=json', faulty).stdout).files[0].findings.filter((f) => !f.suppressed);
  assert.deepEqual(shown.map((finding) => finding.code), checked.map((finding) => finding.rule));
  assert.deepEqual(shown.map((finding) => finding.range.start.line + 1), checked.map((finding) => finding.line));
  for (const finding of shown) assert.equal(finding.source, 'bronvast');
  assert.equal(await editor.close(), 0);
});

test('a finding is explained, a quick fix mends it', async () => {
  const editor = await openEditor();
  const document = await editor.open(faulty, text);
  const finding = (await editor.findings(document)).find(({ code }) => code === 'bron/onbekend');
  assert.equal(textAt(document, finding.range), 'g-mentro');
  const hover = await editor.ask(HoverRequest.type, document, 'g-mentro');
  assert.match(hover.contents.value, /^\*\*fout\*\* `bron\/onbekend` \(IGJ/);

  const fixes = await fixesFor(editor, document, finding);
  assert.deepEqual(fixes.map((fix) => fix.title), ['Verander in "g-mentor"', 'Zet bron "g-mentro" op het voorblad']);
  assert.equal(fixes[0].isPreferred, true);
  assert.equal(fixes[0].edit.documentChanges[0].textDocument.version, document.version);

  const before = document.text;
  await editor.change(document, editsOf(fixes[1]));
  assert.match(document.text, /\n {2}- \{id: g-mentro, soort: …, datum: …\}\n---\n/);
  assert.ok(!(await editor.findings(document)).some(({ code }) => code === 'bron/onbekend'));
  await editor.change(document, [{ range: { start: { line: 0, character: 0 }, end: positionOf(document.text, document.text.length) }, newText: before }]);
  await editor.change(document, editsOf(fixes[0]));
  assert.ok(!(await editor.findings(document)).some(({ code }) => code === 'bron/onbekend'));
  assert.equal(await editor.close(), 0);
});

// A sign beyond U+FFFF in the sentence: two units here and in the protocol, four bytes in the program.
test('a sentence becomes a claim, whatever characters stand in it', async () => {
  const editor = await openEditor();
  const document = await editor.open(faulty, text.replace('## Hoe de Raad', 'Daan zingt 𝄞 en lacht 👩‍👧 é vaak.\n\n## Hoe de Raad'));
  const finding = (await editor.findings(document)).find(({ code, range }) =>
    code === 'label/ontbreekt' && textAt(document, range).startsWith('Daan zingt'));
  assert.equal(textAt(document, finding.range), 'Daan zingt 𝄞 en lacht 👩‍👧 é vaak.');
  const fix = (await fixesFor(editor, document, finding)).find(({ title }) => title.includes('eigen mening'));
  await editor.change(document, editsOf(fix));
  assert.ok(document.text.includes('\n[Daan zingt 𝄞 en lacht 👩‍👧 é vaak.]{.mening bron=opsteller}\n'));
  assert.ok(!(await editor.findings(document)).some(({ message }) => message.includes('Daan zingt')));
  const hover = await editor.ask(HoverRequest.type, document, 'lacht 👩');
  assert.match(hover.contents.value, /Bewering 1\.\d+\*\*: mening/);
  assert.equal(await editor.close(), 0);
});

test('sources are completed, found and named', async () => {
  const editor = await openEditor();
  const document = await editor.open(faulty, text);
  const at = text.indexOf('bron=verzoek') + 'bron='.length;
  const list = await editor.ask(CompletionRequest.type, document, at);
  const labels = list.items.map((item) => item.label);
  assert.ok(labels.includes('g-moeder') && labels.includes('opsteller') && !labels.includes('moeder'));
  const chosen = list.items.find((item) => item.label === 'melding');
  assert.ok(applyEdits(text, [chosen.textEdit]).includes('.feit bron=melding datum=2026-09-28'));

  const definition = await editor.ask(DefinitionRequest.type, document, at);
  assert.equal(textAt(document, definition.range), 'verzoek');
  assert.match(text.split('\n')[definition.range.start.line], /^ {2}- \{id: verzoek, soort: document/);
  const references = await editor.ask(ReferencesRequest.type, document, at, { context: { includeDeclaration: false } });
  assert.ok(references.length >= 3);
  for (const { range } of references) assert.equal(textAt(document, range), 'verzoek');
  assert.equal(await editor.close(), 0);
});

test('the outline has the parts with their claims', async () => {
  const editor = await openEditor();
  const document = await editor.open(faulty, text);
  const symbols = await editor.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: document.uri } });
  assert.equal(symbols[0].name, '1. Aanleiding');
  assert.match(symbols[0].children[0].name, /^1\.1 Het Jeugdteam Wierdam/);
  assert.equal(symbols[0].children[0].detail, 'feit');
  assert.equal(await editor.close(), 0);
});

test('typing quickly gives the findings of the last version only, and soon', async () => {
  const editor = await openEditor();
  const document = await editor.open(faulty, text);
  await editor.findings(document);
  let published = 0;
  editor.connection.onNotification('textDocument/publishDiagnostics', () => { published += 1; });
  const place = positionOf(text, text.indexOf('## Aanleiding'));
  for (let i = 0; i < 300; i++) {
    await editor.change(document, [{ range: { start: place, end: place }, newText: 'x' }]);
  }
  await editor.ask(HoverRequest.type, document, '## Hoe'); // comes back when all of them were read
  await new Promise((resolve) => { setTimeout(resolve, 1000); });
  assert.ok(published >= 1 && published < 100, `published ${published} times`);
  assert.equal(await editor.close(), 0);
});

test('other Markdown is left alone, a broken draft is not', async () => {
  const editor = await openEditor();
  const folder = temporaryFolder();
  const plain = await editor.open(path.join(folder, 'blog.md'), '---\ntitle: Een blog\n---\n\nGewone tekst.\n');
  assert.deepEqual(await editor.findings(plain), []);
  const broken = await editor.open(path.join(folder, 'concept.md'), 'bronvast: 1\nsoort: raadsrapport\n');
  const [finding] = await editor.findings(broken);
  assert.equal(finding.code, 'markup/voorblad');
  assert.equal(await editor.close(), 0);
});

test('an editor that goes away ends it', async () => {
  const editor = await openEditor();
  await editor.open(faulty, text);
  const gone = once(editor.child, 'exit');
  editor.child.stdin.destroy();
  const [status] = await gone;
  assert.equal(status, 1);
});
