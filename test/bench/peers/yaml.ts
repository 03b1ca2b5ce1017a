import { cursor, type Language, typing, writeElements } from './elements.js';
import { nodeServer } from './node-server.js';
import { type Peer, withMessage } from './peer.js';
import { siteSchema } from './site-schema.js';

const language: Language = {
    languageId: 'yaml', fileName: 'sites.yaml', typed: 'x', files: { 'sites.schema.json': siteSchema },
    head: ['# yaml-language-server: $schema=./sites.schema.json', 'sites:'],
    element: ({ index, name, parent }) => [
        `  - code: ${name}`,
        `    name: Site ${index}`,
        `    kind: p${cursor}rimary${typing}`,
        ...parent ? [`    parent: ${parent}`] : [],
        '    role:',
        '      type: sup',
        `      server: srv${index}.corp.contoso.com`,
        '      port: 8530',
        '      sync: hourly'
    ]
};

export const yaml: Peer = {
    name: 'YAML', packages: { 'yaml-language-server': '1.25.0' }, completesNames: false,
    remark: 'a list under a schema, no references; waits 200 ms',
    document: elements => writeElements(language, elements),
    server: installed => nodeServer(installed('yaml-language-server/bin/yaml-language-server'), ['--stdio'], {
        isMistake: withMessage(/^Value is not accepted/), settings: { yaml: { validate: true, hover: true, completion: true, maxItemsComputed: 100_000 } }
    })
};
