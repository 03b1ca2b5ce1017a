import { writeElements } from './elements.js';
import { models } from './models.js';
import { nodeServer } from './node-server.js';
import { type Peer, withMessage } from './peer.js';

const language = models('zmodel', 'schema.zmodel', ['datasource db {', '  provider = "postgresql"', '}']);

/** Starts the server as its VS Code extension does: the package itself has no executable. */
const program = `import { startLanguageServer } from 'langium/lsp';
import { NodeFileSystem } from 'langium/node';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node.js';
import { createZModelLanguageServices } from '@zenstackhq/language';
const connection = createConnection(ProposedFeatures.all);
startLanguageServer(createZModelLanguageServices({ connection, ...NodeFileSystem }, true).shared);
`;

export const zenstack: Peer = {
    name: 'ZenStack', packages: { '@zenstackhq/language': '3.9.4' }, program, completesNames: true,
    remark: 'built on Langium; checks everything, relations in both directions',
    document: elements => writeElements(language, elements),
    server: installed => nodeServer(installed('server.js'), ['--stdio'], { isMistake: withMessage(/Could not resolve reference/) })
};
