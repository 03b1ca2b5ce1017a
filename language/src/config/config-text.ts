import { fileLimits } from '@sup/model';
import { createScanner, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { inCode } from '../syntax/tree/characters.js';

/** A range of the text, by offset and length. */
export interface JsonRange {
    readonly offset: number;
    readonly length: number;
}

/** Reports a problem. The message is computed only if the problem is shown, since finding similar names takes time. */
export type ProblemReporter<At> = (at: At, message: () => string) => void;

/** Forwards problems until one file has as many as it may show. */
export function collector<At>(pass: (message: string, at: At) => void): ProblemReporter<At> {
    let count = 0;
    return (at, message) => {
        if (count++ < fileLimits.diagnostics) {
            pass(message(), at);
        }
    };
}

/** The syntax tree of a text; undefined if there is none, as in a file of white space and comments. */
export function readTree(text: string, report: ProblemReporter<JsonRange>): Node | undefined {
    const { isBlank, tooDeep } = scan(text);
    if (tooDeep !== undefined) {
        report({ offset: tooDeep, length: 1 }, () => `The nesting is deeper than ${fileLimits.depth} levels, so the file is ignored.`);
    }
    if (isBlank || tooDeep !== undefined) {
        return undefined;
    }
    const errors: ParseError[] = [];
    const root = parseTree(text, errors, { allowTrailingComma: true });
    for (const error of errors) {
        report(error, () => `This is not JSON: ${wordsOf(printParseErrorCode(error.error))}.`);
    }
    return root;
}

/** Checks a text before it is parsed: the parser recurses for each bracket, and would overflow the stack on too many. */
function scan(text: string): { isBlank: boolean; tooDeep: number | undefined } {
    const scanner = createScanner(text, true);
    let depth = 0;
    let isBlank = true;
    // SyntaxKind is a const enum, which a single-file transpiler cannot read; the token's text serves as well.
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

/** The properties of an object that have a value. If a key is repeated, the last one counts, as everywhere in JSON. */
export function propertiesOf(node: Node | undefined, what: string, report: ProblemReporter<JsonRange>): { key: Node; value: Node }[] {
    if (node && node.type !== 'object') {
        report(node, () => `${what} must be an object, in braces.`);
        return [];
    }
    const found = new Map<string, { key: Node; value: Node }>();
    for (const { children: [key, value] = [] } of node?.children ?? []) {
        if (key && value) {
            const name = String(key.value);
            if (found.has(name)) {
                report(key, () => `${valueInCode(name)} is already set above; the last one counts.`);
            }
            found.set(name, { key, value });
        }
    }
    return [...found.values()];
}

/** `CommaExpected` in plain words. */
function wordsOf(errorCode: string): string {
    return errorCode.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

/** Formats a value from the file as code in a message. A JSON string can contain lone surrogates. */
export function valueInCode(value: unknown): string {
    return inCode(String(value).toWellFormed());
}
