// Starts `bronvast lsp` for Markdown and XML. Whatever is no draft gets no findings.
const { workspace } = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

let client;

exports.activate = async () => {
  const command = workspace.getConfiguration('bronvast').get('program');
  const documentSelector = ['markdown', 'xml'].flatMap((language) => [
    { scheme: 'file', language },
    { scheme: 'untitled', language },
  ]);
  client = new LanguageClient('bronvast', 'bronvast', { command, args: ['lsp'] }, {
    documentSelector,
    synchronize: { fileEvents: workspace.createFileSystemWatcher('**/bronvast.yaml') },
  });
  await client.start();
};

exports.deactivate = () => client?.stop();
