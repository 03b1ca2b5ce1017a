import { cursor, type Language, typing } from './elements.js';

/** Constants in TypeScript that refer to each other. */
export const constants: Language = {
    languageId: 'typescript', fileName: 'sites.ts', typed: 'x',
    files: { 'tsconfig.json': '{"compilerOptions":{"strict":true,"target":"es2022","module":"esnext","types":[],"lib":["es2022"]},"files":["sites.ts"]}' },
    head: [
        'interface Role { type: \'sup\'; server: string; port: number; ssl: number; sync: \'hourly\' | \'daily\'; max: number }',
        'interface Site { code: string; name: string; kind: \'central\' | \'primary\' | \'secondary\'; role: Role; parent?: Site }'
    ],
    element: ({ index, name, parent }) => [
        `export const ${name}: Site = {`,
        `  code: '${name}',`,
        `  name: 'Site ${index}',`,
        `  kind: '${parent ? 'primary' : 'central'}',`,
        `  role: { type: 'sup', server: 'srv${index}.corp.contoso.com', port: 8530,`,
        '    ssl: 8531, sync: \'hourly\', max: 500 },',
        ...parent ? [`  parent: ${parent[0]}${cursor}${parent.slice(1)}${typing},`] : [],
        '};'
    ]
};
