import { cursor, type Language, typing, writeElements } from './elements.js';
import { nodeServer } from './node-server.js';
import { type Peer, withMessage } from './peer.js';

const language: Language = {
    languageId: 'cds', fileName: 'sites.cds', typed: 'x', files: { 'package.json': '{"name":"sites","cds":{}}' },
    element: ({ index, name, parent }) => [
        `entity ${name} {`,
        '  key code : String(3);',
        `  name : String default 'Site ${index}';`,
        '  kind : String enum { central; primary; secondary };',
        `  server : String default 'srv${index}.corp.contoso.com';`,
        '  port : Integer default 8530;',
        ...parent ? [`  up : Association to ${parent[0]}${cursor}${parent.slice(1)}${typing};`] : [],
        '}'
    ]
};

export const cds: Peer = {
    name: 'SAP CDS', packages: { '@sap/cds-lsp': '10.1.0' }, completesNames: true,
    remark: 'checks types; receives the whole text at each keystroke',
    document: elements => writeElements(language, elements),
    server: installed => nodeServer(installed('@sap/cds-lsp/dist/main.js'), ['--stdio'], { isMistake: withMessage(/has not been found|No artifact/i) })
};
