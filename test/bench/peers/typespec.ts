import { cursor, type Language, typing, writeElements } from './elements.js';
import { nodeServer } from './node-server.js';
import { type Peer, withMessage } from './peer.js';

const language: Language = {
    languageId: 'typespec', fileName: 'main.tsp', typed: 'x',
    head: ['enum Kind { central, primary, secondary }'],
    element: ({ index, name, parent }) => [
        `model ${name} {`,
        `  name: string = "Site ${index}";`,
        '  kind: Kind;',
        `  server: string = "srv${index}.corp.contoso.com";`,
        '  port: int32 = 8530;',
        '  ssl?: int32;',
        ...parent ? [`  up: ${parent[0]}${cursor}${parent.slice(1)}${typing};`] : [],
        '}'
    ]
};

export const typespec: Peer = {
    name: 'TypeSpec', packages: { '@typespec/compiler': '1.17.0' }, completesNames: true,
    remark: 'checks types; waits 500 to 1,000 ms',
    document: elements => writeElements(language, elements),
    server: installed => nodeServer(installed('@typespec/compiler/cmd/tsp-server.js'), ['--stdio'], { isMistake: withMessage(/Unknown identifier/) })
};
