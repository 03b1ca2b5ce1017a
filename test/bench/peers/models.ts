import { cursor, type Element, type Language, typing } from './elements.js';

/** Database models in the syntax of Prisma and ZenStack. Each refers to its parent and its children. */
export function models(languageId: string, fileName: string, head: readonly string[]): Language {
    return {
        languageId, fileName, typed: 'x', head,
        element: ({ index, name, parent, children }: Element) => [
            `model ${name} {`,
            '  id Int @id',
            `  name String @default("Site ${index}")`,
            `  server String @default("srv${index}.corp.contoso.com")`,
            '  port Int @default(8530)',
            ...parent ? ['  pid Int?', `  parent ${parent[0]}${cursor}${parent.slice(1)}${typing}? @relation("r_${name}", fields: [pid], references: [id])`] : [],
            ...children.map(child => `  c_${child} ${child}[] @relation("r_${child}")`),
            '}'
        ]
    };
}
