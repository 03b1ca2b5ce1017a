import { startLanguageServer } from 'langium/lsp';
import { NodeFileSystem } from 'langium/node';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createSupServices } from '@sup/language';

const connection = createConnection(ProposedFeatures.all);
const { shared } = createSupServices({ connection, ...NodeFileSystem });
startLanguageServer(shared);
