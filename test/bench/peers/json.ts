import { cursor, type Language, typing, writeElements } from './elements.js';
import { nodeServer } from './node-server.js';
import { type Peer, withMessage } from './peer.js';
import { siteSchema } from './site-schema.js';

const language: Language = {
    languageId: 'json', fileName: 'sites.json', typed: 'x', files: { 'sites.schema.json': siteSchema },
    head: ['{', '"$schema": "./sites.schema.json",', '"sites": ['],
    tail: [']', '}'],
    element: ({ index, name, parent, isLast }) => [
        `  { "code": "${name}",`,
        `    "name": "Site ${index}",`,
        `    "kind": "p${cursor}rimary${typing}",`,
        ...parent ? [`    "parent": "${parent}",`] : [],
        '    "role": {',
        '      "type": "sup", "port": 8530,',
        `      "server": "srv${index}.corp.contoso.com",`,
        '      "sync": "hourly"',
        `    } }${isLast ? '' : ','}`
    ]
};

export const json: Peer = {
    name: 'JSON', packages: { 'vscode-langservers-extracted': '4.10.0' }, completesNames: false,
    remark: 'a list under a schema, no references; diagnostics on request',
    document: elements => writeElements(language, elements),
    server: installed => nodeServer(installed('vscode-langservers-extracted/bin/vscode-json-language-server'), ['--stdio'], {
        isMistake: withMessage(/^Value is not accepted/), isAsked: true, initializationOptions: { handledSchemaProtocols: ['file'], provideFormatter: true },
        settings: { json: { validate: { enable: true }, resultLimit: 100_000, jsonFoldingLimit: 100_000 } }
    })
};
