import { cursor, type Language, typing, writeElements } from './elements.js';
import { nodeServer } from './node-server.js';
import { type Peer, withMessage } from './peer.js';

const language: Language = {
    languageId: 'likec4', fileName: 'sites.c4', typed: 'x',
    head: ['specification {', '  element site', '  element role', '}', 'model {'],
    tail: ['}'],
    element: ({ index, name, parent }) => [
        `  ${name} = site 'Site ${index}' {`,
        `    description '${parent ? 'primary' : 'central'}'`,
        `    sup = role 'srv${index}.corp.contoso.com' {`,
        '      metadata { port \'8530\' ssl \'8531\' sync \'hourly\' max \'500\' }',
        '    }',
        ...parent ? [`    -> ${parent[0]}${cursor}${parent.slice(1)}${typing} 'reports to'`] : [],
        '  }'
    ]
};

export const likec4: Peer = {
    name: 'LikeC4', packages: { likec4: '1.59.4' }, completesNames: true,
    remark: 'built on Langium; resolves names',
    document: elements => writeElements(language, elements),
    server: installed => nodeServer(installed('likec4/bin/likec4.mjs'), ['lsp', '--stdio', '--no-use-dot'], { isMistake: withMessage(/Could not resolve reference/) })
};
