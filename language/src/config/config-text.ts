import { fileLimits } from '@sup/model';
import { createScanner, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { inCode } from '../syntax/tree/characters.js';

/** A part of a text. */
export interface JsonRange {
    readonly offset: number;
    readonly length: number;
}

/** Told of what is wrong; words it only while there is room for it, since likely names take time to find. */
export type ReportProblem<At> = (at: At, message: () => string) => void;

/** Passes on as many complaints as one file may show. */
export function collector<At>(pass: (message: string, at: At) => void): ReportProblem<At> {
    let count = 0;
    return (at, message) => {
        if (count++ < fileLimits.diagnostics) {
            pass(message(), at);
        }
    };
}

/** The syntax tree of a text; undefined where there is none, as in a file of blanks and comments. */
export function readTree(text: string, complain: ReportProblem<JsonRange>): Node | undefined {
    const { isBlank, tooDeep } = scan(text);
    if (tooDeep !== undefined) {
        complain({ offset: tooDeep, length: 1 }, () => `This is nested more than ${fileLimits.depth} deep, so nothing of the file is read.`);
    }
    if (isBlank || tooDeep !== undefined) {
        return undefined;
    }
    const errors: ParseError[] = [];
    const root = parseTree(text, errors, { allowTrailingComma: true });
    for (const error of errors) {
        complain(error, () => `This is not JSON: ${wordsOf(printParseErrorCode(error.error))}.`);
    }
    return root;
}

/** What must be known before a text is parsed: the parser descends once per bracket, and would overflow the stack on many. */
function scan(text: string): { isBlank: boolean; tooDeep: number | undefined } {
    const scanner = createScanner(text, true);
    let depth = 0;
    let isBlank = true;
    // SyntaxKind is a const enum, which a transpiler of single files cannot read; the token's text serves as well.
    for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
        const token = scanner.getTokenLength() === 1 ? text.charAt(scanner.getTokenOffset()) : '';
        isBlank = false;
        depth += token === '{' || token === '[' ? 1 : token === '}' || token === ']' ? -1 : 0;
        if (depth > fileLimits.depth) {
            return { isBlank, tooDeep: scanner.getTokenOffset() };
        }
    }
    return { isBlank, tooDeep: undefined };
}

/** The properties of an object that have a value. Of a key written twice the last counts, as everywhere in JSON. */
export function propertiesOf(node: Node | undefined, what: string, complain: ReportProblem<JsonRange>): { key: Node; value: Node }[] {
    if (node && node.type !== 'object') {
        complain(node, () => `${what} is an object, in braces.`);
        return [];
    }
    const found = new Map<string, { key: Node; value: Node }>();
    for (const { children: [key, value] = [] } of node?.children ?? []) {
        if (key && value) {
            const name = String(key.value);
            if (found.has(name)) {
                complain(key, () => `${valueInCode(name)} is set above already; this one counts.`);
            }
            found.set(name, { key, value });
        }
    }
    return [...found.values()];
}

/** `CommaExpected` as people say it. */
function wordsOf(errorCode: string): string {
    return errorCode.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

/** A value in the file, as code in a message. A JSON string can contain lone surrogates. */
export function valueInCode(value: unknown): string {
    return inCode(String(value).toWellFormed());
}
