import { CompletionItemKind } from 'vscode-languageserver-types';
import { definitionOf, keysOf } from '../syntax/catalogue/properties.js';
import { statements } from '../syntax/catalogue/statements.js';
import * as ast from '../syntax/generated/ast.js';
import { type BlockName, blockNameOf, keyOf, membersOf } from '../syntax/tree/blocks.js';
import type { Cursor } from './cursor.js';
import { continues, type Suggestion } from './suggestion.js';

/** Snippets of statements, for clients that support placeholders. */
const snippets: Readonly<Record<string, string>> = {
    'hierarchy': 'hierarchy ${1:Harbour}',
    'central site': 'central site ${1:CEN} "${2:Headquarters}" {\n\t$0\n}',
    'primary site': 'primary site ${1:PRI} "${2:Name}" reports to ${3:CEN} {\n\t$0\n}',
    'secondary site': 'secondary site ${1:SEC} "${2:Name}" reports to ${3:PRI} {\n\t$0\n}',
    'server': 'server ${1:NAME} {\n\t$0\n}',
    'wsus': 'wsus ${1|3.0 SP2,3.0 SP1,3.0|} {\n\t$0\n}',
    'software update point': 'software update point ${1|active,internet,inactive|}',
    'cluster': 'cluster ${1:NAME} {\n\tnodes: ${2:NODE01}, ${3:NODE02}\n\t$0\n}',
    'synchronization': 'synchronization {\n\t$0\n}',
    'clients': 'clients "${1:Laptops}" {\n\t$0\n}',
    'proxy': 'proxy {\n\t$0\n}',
    'scenario': 'scenario "${1:Title}" for ${2:7 days} {\n\tat ${3:1d}: $4\n\texpect $0\n}',
    'assume': 'assume {\n\t$0\n}',
    'at': 'at ${1:1d}: $0',
    'expect': 'expect $0',
    'allow': 'allow ${1:rule} because "${2:reason}"'
};

/** Completes the beginning of a statement: keys and statements that belong in the block and are not there yet. */
export function completeBeginning(cursor: Cursor): readonly Suggestion[] {
    const block = blockNameOf(cursor.block);
    if (!block || cursor.word.kind === 'text') {
        return [];
    }
    return [...keySuggestions(block, cursor), ...statementSuggestions(block, cursor)].filter(({ label }) => continues(label, cursor.before));
}

/** Completes what can follow a complete value on its line: in a block on one line, the next key. */
export function completeNextKey(cursor: Cursor): readonly Suggestion[] {
    const block = blockNameOf(cursor.block);
    return block && cursor.isInline && cursor.word.kind !== 'text' ? keySuggestions(block, { ...cursor, before: [] }) : [];
}

function keySuggestions(block: BlockName, cursor: Cursor): readonly Suggestion[] {
    const others = membersOf(cursor.block).filter(member => ast.isProperty(member) && !isAtCursor(member, cursor)) as ast.Property[];
    const written = new Set(others.map(keyOf));
    const hasColon = /^[ \t]*:/.test(cursor.rest);
    return keysOf(block).filter(key => !written.has(key)).map(key => ({
        label: key,
        kind: CompletionItemKind.Property,
        text: hasColon ? key : `${key}: `,
        replaceFrom: startOf(cursor),
        detail: 'property',
        documentation: documentationOf(block, key)
    }));
}

function statementSuggestions(block: BlockName, cursor: Cursor): readonly Suggestion[] {
    const present = new Set<string>(membersOf(cursor.block).filter(member => statements.get(member.$type)?.isSingle && !isAtCursor(member, cursor)).map(member => member.$type));
    const fitting = [...statements].filter(([type, { blocks, isSingle }]) => blocks.includes(block) && !(isSingle && present.has(type)));
    const isLast = /^[ \t]*(?:\}|\/\/|\/\*|$)/.test(cursor.rest);
    return fitting.flatMap(([type, { name, documentation }]) => namesOf(type, name).map(label => ({
        label,
        kind: CompletionItemKind.Keyword,
        text: isLast && label in snippets ? `${label} ` : label,
        snippet: isLast ? snippets[label] : undefined,
        replaceFrom: startOf(cursor),
        detail: 'statement',
        documentation
    })));
}

function namesOf(type: string, name: string): readonly string[] {
    return type === ast.Site.$type ? ['central', 'primary', 'secondary'].map(kind => `${kind} ${name}`) : [name];
}

/** Whether a statement is the one being written, which does not count as present. */
function isAtCursor(member: ast.Member, cursor: Cursor): boolean {
    const cst = member.$cstNode;
    return cst !== undefined && cst.offset <= cursor.word.end && cst.end >= startOf(cursor);
}

function startOf(cursor: Cursor): number {
    return cursor.before[0]?.offset ?? cursor.word.offset;
}

/** The meaning of a key and its expected value, in Markdown. */
function documentationOf(block: BlockName, key: string): string {
    const definition = definitionOf(block, key)!;
    return `${definition.documentation}\n\nExpected: ${definition.value.expected}.`;
}
