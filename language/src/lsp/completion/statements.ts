import type { SiteKind } from '@sup/model';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { keysOf } from '../../syntax/catalogue/properties.js';
import { siteKinds } from '../../syntax/catalogue/meanings.js';
import { type StatementDefinition, statements } from '../../syntax/catalogue/statements.js';
import * as ast from '../../syntax/generated/ast.js';
import { type BlockName, blockNameOf, blockNames, keyOf, membersOf } from '../../syntax/tree/blocks.js';
import { documentationOfProperty, documentationOfStatement } from '../documentation.js';
import type { Cursor } from './cursor.js';
import { fitsKey } from './fitting-keys.js';
import { withConsole } from './missing-console.js';
import type { PlanPlace } from './plan-place.js';
import { consoleFor, snippetOf } from './statement-snippets.js';
import { type CompletionContext, continues, type Suggestion } from './suggestion.js';

/** The number of characters in which the block after the cursor is searched for its first property. */
const maxToFirstKey = 200;

/** Completes the beginning of a statement: keys and statements that belong in the block and are not there yet. */
export function completeBeginning({ cursor, plan, document }: CompletionContext): readonly Suggestion[] {
    const block = blockNameOf(cursor.block);
    if (!block || cursor.word.kind === 'text') {
        return [];
    }
    const { textDocument } = document;
    const after = textDocument.getText({ start: textDocument.positionAt(cursor.wordEnd), end: textDocument.positionAt(cursor.wordEnd + maxToFirstKey) });
    const key = /^[ \t]*\{\s*([a-z]+(?: [a-z]+)*)[ \t]*:/.exec(after)?.[1];
    return [...keySuggestions(block, cursor, plan), ...statementSuggestions(block, cursor, plan, key)].filter(({ label }) => continues(label, cursor.before));
}

/** Completes what can follow a complete value on its line: in a block on one line, the next key. */
export function completeNextKey({ cursor, plan }: CompletionContext): readonly Suggestion[] {
    const block = blockNameOf(cursor.block);
    return block && cursor.isInline && cursor.word.kind !== 'text' ? keySuggestions(block, { ...cursor, before: [] }, plan) : [];
}

function keySuggestions(block: BlockName, cursor: Cursor, plan: PlanPlace): readonly Suggestion[] {
    const others = membersOf(cursor.block).filter(member => ast.isProperty(member) && !isAtCursor(member, cursor)) as ast.Property[];
    const written = new Set(others.map(keyOf));
    const hasColon = /^[ \t]*:/.test(cursor.rest);
    // Only a statement can have a block.
    if (/^[ \t]*\{/.test(cursor.rest)) {
        return [];
    }
    return keysOf(block).filter(key => !written.has(key) && fitsKey(block, key, plan)).map(key => ({
        label: key,
        kind: CompletionItemKind.Property,
        text: hasColon ? key : `${key}: `,
        replaceFrom: startOf(cursor),
        detail: 'property',
        documentation: documentationOfProperty(block, key)
    }));
}

/** `key` is the first property of the block after the cursor, which would become that of the statement. */
function statementSuggestions(block: BlockName, cursor: Cursor, plan: PlanPlace, key: string | undefined): readonly Suggestion[] {
    const present = new Set<string>(membersOf(cursor.block).filter(member => statements.get(member.$type)?.isSingle && !isAtCursor(member, cursor)).map(member => member.$type));
    const fitting = [...statements].filter(([type, { blocks, isSingle }]) => blocks.includes(block) && !(isSingle && present.has(type)) && (key === undefined || hasKey(type, key)));
    const isLast = /^[ \t]*(?:\}|\/\/|\/\*|$)/.test(cursor.rest);
    return fitting.flatMap(([type, definition]) => namesOf(type, definition.name).flatMap(label => {
        const snippet = snippetOf(label, plan);
        // Further words on the line would belong to the reason that `allow` lacks.
        if (snippet === undefined || (type === ast.Allow.$type && !isLast)) {
            return [];
        }
        const suggestion: Suggestion = {
            label,
            kind: CompletionItemKind.Keyword,
            text: isLast && snippet !== label ? `${label} ` : label,
            // Without a block on this line, the rest of the line would become part of the head.
            snippet: snippet === label ? undefined : isLast ? snippet : block !== 'file' && snippet.includes('\n') ? onOneLine(snippet) : undefined,
            replaceFrom: startOf(cursor),
            detail: 'statement',
            documentation: documentationOf(definition, label)
        };
        const console = suggestion.snippet !== undefined ? consoleFor(snippet, plan) : undefined;
        return [console ? withConsole(suggestion, console) : suggestion];
    }));
}

/** Whether a statement has a block to which a property belongs. */
function hasKey(type: string, key: string): boolean {
    const own = blockNames[type as keyof typeof blockNames] as BlockName | undefined;
    return own !== undefined && keysOf(own).includes(key);
}

/** A block with its members on one line, two blanks apart; other lines likewise. */
function onOneLine(snippet: string): string {
    return propertiesLast(snippet).replace(/\{\n\t*/g, '{ ').replace(/\n\t*\}/g, ' }').replace(/\n\t*/g, '  ');
}

/** A block whose properties follow its statements: on one line, a statement after a value would become part of it. */
function propertiesLast(snippet: string): string {
    const lines = snippet.split('\n');
    const isProperty = (line: string): boolean => /^\t[\w ]+: /.test(line) && !line.endsWith('{');
    const inner = lines.slice(1, -1);
    return lines.length < 3 || lines.at(-1) !== '}' ? snippet : [lines[0]!, ...inner.filter(line => !isProperty(line)), ...inner.filter(isProperty), lines.at(-1)!].join('\n');
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

/** The documentation of a statement; for a site, after that of its kind. */
function documentationOf(definition: StatementDefinition, label: string): string {
    const kind = /^(central|primary|secondary) site$/.exec(label)?.[1] as SiteKind | undefined;
    return kind ? `${siteKinds[kind].text}\n\n${documentationOfStatement(definition)}` : documentationOfStatement(definition);
}
