// An editor: the protocol library of VS Code over the standard input and output of the program.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection, DidChangeTextDocumentNotification, DidOpenTextDocumentNotification, ExitNotification,
  InitializedNotification, InitializeRequest, PublishDiagnosticsNotification, ShutdownRequest, StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node.js';

import { program } from './bronvast.js';

const capabilities = {
  general: { positionEncodings: ['utf-16'] },
  textDocument: {
    hover: { contentFormat: ['markdown', 'plaintext'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
  },
  workspace: { workspaceEdit: { documentChanges: true } },
};

// Where an index of a string stands, and back: strings of JavaScript count as the protocol does.
export function positionOf(text, index) {
  const lines = text.slice(0, index).split('\n');
  return { line: lines.length - 1, character: lines.at(-1).length };
}

function indexOf(text, { line, character }) {
  const before = text.split('\n').slice(0, line).join('\n');
  return before.length + (line > 0 ? 1 : 0) + character;
}

// The text after edits that do not touch each other, those at one place in their order.
export function applyEdits(text, edits) {
  const placed = edits.map((edit, order) => ({ ...edit, order, from: indexOf(text, edit.range.start), to: indexOf(text, edit.range.end) }));
  placed.sort((a, b) => b.from - a.from || b.order - a.order);
  return placed.reduce((all, { from, to, newText }) => all.slice(0, from) + newText + all.slice(to), text);
}

export async function openEditor() {
  const child = spawn(program, ['lsp'], { stdio: ['pipe', 'pipe', 'pipe'] });
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const findings = new Map(); // by uri, of the last version that was published
  let wake = () => {};
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
    findings.set(params.uri, params);
    wake();
  });
  connection.listen();
  const server = await connection.sendRequest(InitializeRequest.type, { processId: process.pid, rootUri: null, capabilities });
  await connection.sendNotification(InitializedNotification.type, {});

  return {
    connection,
    server,
    child,
    // Opens a text under a name; gives the document.
    async open(file, text) {
      const document = { uri: pathToFileURL(file).href, version: 1, text };
      const { uri, version } = document;
      await connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId: 'markdown', version, text },
      });
      return document;
    },
    // Applies edits to the document, here and there.
    async change(document, edits) {
      document.version += 1;
      document.text = applyEdits(document.text, edits);
      const last = [...edits].map((edit, order) => ({ edit, order }));
      last.sort((a, b) => b.edit.range.start.line - a.edit.range.start.line
        || b.edit.range.start.character - a.edit.range.start.character || b.order - a.order);
      await connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri: document.uri, version: document.version },
        contentChanges: last.map(({ edit }) => ({ range: edit.range, text: edit.newText })),
      });
    },
    // The findings of the document as it is now.
    async findings(document) {
      while (findings.get(document.uri)?.version !== document.version) await new Promise((resolve) => { wake = resolve; });
      return findings.get(document.uri).diagnostics;
    },
    ask(request, document, at, more = {}) {
      return connection.sendRequest(request, {
        textDocument: { uri: document.uri },
        position: positionOf(document.text, typeof at === 'number' ? at : document.text.indexOf(at)),
        ...more,
      });
    },
    // Ends well; gives the exit status.
    async close() {
      await connection.sendRequest(ShutdownRequest.type);
      const gone = once(child, 'exit');
      await connection.sendNotification(ExitNotification.type);
      const [status] = await gone;
      connection.dispose();
      return status;
    },
  };
}
