import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LangiumDocument } from 'langium';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FormattingOptions, Range, TextEdit } from 'vscode-languageserver-types';
import { CstUtils } from 'langium';
import { plans } from '../support/editor.js';
import { exampleFiles } from '../support/example-files.js';
import { byRunLength } from '../support/run-length.js';
import { TestWorkspace, uriOf } from '../support/workspace.js';

const workspace = new TestWorkspace();
const { services } = workspace;
const parse = (text: string): LangiumDocument => services.shared.workspace.LangiumDocumentFactory.fromString(text, uriOf('plan.sup'));
const twoSpaces: FormattingOptions = { insertSpaces: true, tabSize: 2 };

async function format(text: string, options = twoSpaces, range?: Range): Promise<string> {
    const document = parse(text);
    const params = { textDocument: { uri: document.uri.toString() }, options };
    const formatter = services.lsp.Formatter!;
    const edits: TextEdit[] = await (range ? formatter.formatDocumentRange(document, { ...params, range }) : formatter.formatDocument(document, params));
    return TextDocument.applyEdits(document.textDocument as TextDocument, edits);
}

describe('the layout', () => {
    test.each([
        ['indents blocks', 'central site AAA {\nrelease: SP2\n    server A1 {\nsite server\n}\n}', 'central site AAA {\n  release: SP2\n  server A1 {\n    site server\n  }\n}\n'],
        ['puts a statement on its own line', 'central site AAA { release: SP2  mode: mixed\n server A1 { } server B1 { } }', 'central site AAA {\n  release: SP2\n  mode: mixed\n  server A1 {}\n  server B1 {}\n}\n'],
        ['keeps one-line blocks on their line', 'central site AAA{release:SP2 mode:mixed}', 'central site AAA { release: SP2  mode: mixed }\n'],
        ['puts each site on its own line', 'hierarchy H\ncentral site AAA {} primary site BBB reports   to AAA', 'hierarchy H\ncentral site AAA {}\nprimary site BBB reports to AAA\n'],
        ['normalizes the spaces around colons and commas', 'central site AAA {\n  clients :1 intranet ,2 internet\n}', 'central site AAA {\n  clients: 1 intranet, 2 internet\n}\n'],
        ['keeps one blank line', '\n\nhierarchy H\n\n\n\ncentral site AAA {\n\n\n  mode: mixed\n\n\n  // note\n\n}\n\n\n', 'hierarchy H\n\ncentral site AAA {\n  mode: mixed\n\n  // note\n}\n'],
        ['removes trailing spaces', 'central site AAA {  \n  mode: mixed \t\n}  ', 'central site AAA {\n  mode: mixed\n}\n'],
        ['moves a brace to its head', 'central site AAA\n{\n}', 'central site AAA {\n}\n'],
        ['does not move a brace past a comment', 'central site AAA // top\n{\n mode: mixed\n}', 'central site AAA // top\n{\n  mode: mixed\n}\n'],
        ['formats lists of ends, schedules and unknown values', 'central site AAA {\ncannot reach :Microsoft   Update ,"A 2"\nserver A1 {\nother roles: management point ,SMS provider\nwsus unknown{ports:unknown}\n}\nsynchronization {schedule:on the second  Tuesday of every month at 20:00  import:every 7 days  from A1}\n}', 'central site AAA {\n  cannot reach: Microsoft Update, "A 2"\n  server A1 {\n    other roles: management point, SMS provider\n    wsus unknown { ports: unknown }\n  }\n  synchronization { schedule: on the second Tuesday of every month at 20:00  import: every 7 days from A1 }\n}\n'],
        ['puts at most one space before the sign of a percentage', 'scenario "x" for 2 weeks {\n  expect 95  % of all clients scan for "A" by 8d\n  expect 5% of all clients scan for "A"\n}', 'scenario "x" for 2 weeks {\n  expect 95 % of all clients scan for "A" by 8d\n  expect 5% of all clients scan for "A"\n}\n'],
        ['indents continuation lines', 'central site AAA { synchronization {\nproducts: "a",\n"b",\n // and\n "c"\n} }', 'central site AAA {\n  synchronization {\n    products: "a",\n      "b",\n      // and\n      "c"\n  }\n}\n'],
        ['keeps comments where they are', '/* a */ central site AAA { // b\n/* c */ mode: mixed /* d */  release: SP2   // e\n// f\n}\n// g', '/* a */ central site AAA { // b\n  /* c */ mode: mixed /* d */\n  release: SP2   // e\n  // f\n}\n// g\n'],
        ['aligns the asterisks of a comment', 'central site AAA {\n/**\n* a\n      * b\n */\nserver A1\n}', 'central site AAA {\n  /**\n   * a\n   * b\n   */\n  server A1\n}\n'],
        ['moves the lines of a comment together', 'central site AAA {\n/* a\n   b\n\n     c */\nserver A1\n}', 'central site AAA {\n  /* a\n     b\n\n       c */\n  server A1\n}\n'],
        ['moves the lines of a comment to the left', 'central site AAA {\n      /* a\n    b\n         c */\n  server A1\n}', 'central site AAA {\n  /* a\n  b\n       c */\n  server A1\n}\n'],
        ['keeps aligned values aligned', 'central site AAA {\n  release:    SP2\n  mode:       mixed\n  clients:  1 intranet\n  server A1\n}', 'central site AAA {\n  release: SP2\n  mode:    mixed\n  clients: 1 intranet\n  server A1\n}\n'],
        ['does not align values that the author has not aligned', 'central site AAA {\n  release: SP2\n  mode: mixed\n\n  clients:   1 intranet\n}', 'central site AAA {\n  release: SP2\n  mode: mixed\n\n  clients: 1 intranet\n}\n'],
        ['does not split an unquoted address', 'central site AAA {\n  group policy: http: x\n}', 'central site AAA {\n  group policy: http: x\n}\n'],
        ['uses the line break of the file', 'central site AAA {\r\nmode: mixed release: SP2\r\n}', 'central site AAA {\r\n  mode: mixed release: SP2\r\n}\r\n'.replace(' release', '\r\n  release')],
        ['empties a file of white space', ' \n\n', '']
    ])('%s', async (_, text, expected) => {
        expect(await format(text)).toBe(expected);
    });

    test('wraps lists at commas, and not before a keyword', async () => {
        const item = (length: number): string => `"${'x'.repeat(length - 2)}"`;
        const list = (separators: readonly string[]): string => `central site AAA {\n  synchronization {\n    products: ${[40, 40, 40, 40].map((length, i) => item(length) + (separators[i] ?? '')).join('')}\n  }\n}\n`;
        expect(await format(list([', ', ', ', ', ']))).toBe(list([', ', ',\n      ', ', ']));
        expect(await format(list([',\n', ', ', ', ']))).toBe(list([',\n      ', ', ', ',\n      ']));
        const keywords = `central site AAA {\n  bogus: ${Array.from({ length: 20 }, () => 'server').join(', ')}\n}\n`;
        expect(await format(keywords)).toBe(keywords);
    });

    test('gives a whole file the line breaks that its folder configures, and a range those of the file', async () => {
        const configured = new TestWorkspace({ configuredLayout: () => ({ lineBreak: '\r\n' }) });
        const document = configured.services.shared.workspace.LangiumDocumentFactory.fromString('central site AAA {\nmode: mixed\n}\n', uriOf('plan.sup'));
        const params = { textDocument: { uri: document.uri.toString() }, options: twoSpaces };
        const whole = await configured.services.lsp.Formatter!.formatDocument(document, params);
        expect(TextDocument.applyEdits(document.textDocument as TextDocument, whole)).toBe('central site AAA {\r\n  mode: mixed\r\n}\r\n');
        const part = await configured.services.lsp.Formatter!.formatDocumentRange(document, { ...params, range: { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } } });
        expect(TextDocument.applyEdits(document.textDocument as TextDocument, part)).toBe('central site AAA {\n  mode: mixed\n}\n');
    });

    test('follows the valid options of the editor', async () => {
        const text = 'central site AAA {\nmode: mixed\n}\n';
        const indented = async (options: FormattingOptions): Promise<string> => /\n(\s*)mode/.exec(await format(text, options))![1]!;
        expect(await indented({ insertSpaces: true, tabSize: 4 })).toBe('    ');
        expect(await indented({ insertSpaces: false, tabSize: 4 })).toBe('\t');
        for (const tabSize of [0, -1, 1.5, NaN, Infinity, 1e9, '8' as unknown as number, undefined as unknown as number]) {
            expect(await indented({ insertSpaces: true, tabSize }), String(tabSize)).toBe('  ');
        }
    });

    test('formats only the requested lines', async () => {
        const text = 'central site AAA {\nmode: mixed\nrelease: SP2\nlink: 2 Mbps\n}';
        const range = (from: number, to: number, character = 0): Range => ({ start: { line: from, character: 0 }, end: { line: to, character } });
        expect(await format(text, twoSpaces, range(2, 2, 5))).toBe(text.replace('release', '  release'));
        expect(await format(text, twoSpaces, range(2, 3))).toBe(text.replace('release', '  release'));
    });

    test.each(['central site AAA {', 'central site AAA {\nmode: @\n}', 'central site AAA "x\n', '/* x', 'central site AAA {\n}}', '{\nmode: mixed\n}', 'central site AAA { server: {\n} }'])('does not format %j, which has a syntax error', async text => {
        expect(await format(text)).toBe(text);
    });
});

/** The content of a file: its tokens and comments, without the white space at the beginning of comment lines. */
function contentOf(text: string): string[] {
    return CstUtils.flattenCst(parse(text).parseResult.value.$cstNode!)
        .map(leaf => `${leaf.tokenType.name} ${leaf.hidden ? leaf.text.replace(/(\r\n|\n|\r)[ \t]+/g, '$1') : leaf.text.replace(/[ \t]+%$/, ' %')}`).toArray();
}

async function findingsIn(text: string): Promise<string[]> {
    await workspace.write({ 'plan.sup': text });
    return workspace.findings('plan.sup').map(({ rule, messageId }) => `${rule.id} ${messageId}`).sort();
}

test('every example without syntax errors is as the formatter writes it', async () => {
    for (const example of readdirSync(new URL('../../examples/', import.meta.url))) {
        for (const [name, text] of Object.entries(exampleFiles(example))) {
            expect(await format(text), `${example}/${name}`).toBe(text);
        }
    }
});

describe('the content of a formatted plan', () => {
    const corpus = plans();
    const whiteSpace = fc.constantFrom('', ' ', '  ', '\t', '\n', '\n\n\n', '\r\n', ' \n ');

    /** A plan with the white space between its words changed wherever that keeps every word and comment. */
    const disordered = fc.tuple(fc.constantFrom(...corpus), fc.infiniteStream(whiteSpace)).map(([text, blanks]) =>
        text.replace(/("[^"\n]*"|\/\/[^\n]*|\/\*[\s\S]*?\*\/)|[ \n]+(?=([{}]?))/g, (blank, preserved?: string) => {
            if (preserved) {
                return preserved;
            }
            const next = blanks.next().value as string;
            // Line breaks remain, and words stay separated.
            return blank.includes('\n') ? (next.includes('\n') ? next : `${next}\n`) : next.includes('\n') || next === '' ? blank : next;
        }));

    const statement: fc.Arbitrary<string> = fc.letrec<{ statement: string; block: string }>(tie => ({
        statement: fc.oneof(
            { maxDepth: 4 },
            fc.constantFrom('release: SP2', 'clients : 1 intranet,2 internet', 'products: "a",\n"b"', 'site server', 'mode:', 'wsus 3.0 SP2', 'software update point  active', 'clients: 1 intranet', 'release:    SP2', 'expect 95  % of clients current', `languages: ${'en, pt-br, '.repeat(14)}de`, '// note\n', '/* a */', '/* a\n    b\n  c */', '/** b\n * c\n */', 'allow sup-port-mismatch until 2027-01-01 because "x"', 'unknown "y" z', 'source: server A,'),
            tie('block')
        ),
        block: fc.tuple(fc.constantFrom('server A', 'wsus 3.0', 'synchronization', 'cluster "C 1"\n', 'clients "g" //x\n', 'foo bar'), whiteSpace, fc.array(fc.tuple(tie('statement'), fc.constantFrom('\n', '\n\n\n', ' ')), { maxLength: 4 }))
            .map(([head, blank, members]) => `${head}${blank}{${blank}${members.flat().join('')}}`)
    })).statement;
    const generated = fc.tuple(fc.constantFrom('central site AAA', 'primary site BBB "Bergen"\n  reports to AAA'), fc.array(fc.tuple(statement, fc.constantFrom('\n', '\r\n', '\n\n\n')), { maxLength: 6 }))
        // Without indentation: rules take indentation that contradicts the braces as a sign of a missing brace.
        .map(([head, members]) => `${head} {\n${members.flat().join('')}}`.replace(/\n[ \t]+/g, '\n'));

    const check = async (text: string): Promise<void> => {
        const once = await format(text);
        expect(contentOf(once)).toEqual(contentOf(text));
        expect(await format(once)).toBe(once);
    };

    test('keeps the content and findings of all plans in this repository', async () => {
        for (const text of corpus.filter((_, i) => i % byRunLength({ short: 3, long: 1 }) === 0)) {
            await check(text);
            expect(await findingsIn(await format(text))).toEqual(await findingsIn(text));
        }
    });

    test('keeps the content of plans with random white space', async () => {
        await fc.assert(fc.asyncProperty(disordered, check), { numRuns: byRunLength({ short: 60, long: 300 }) });
    });

    test('keeps the content and findings of generated plans', async () => {
        await fc.assert(fc.asyncProperty(generated, async text => {
            await check(text);
            expect(await findingsIn(await format(text))).toEqual(await findingsIn(text));
        }), { numRuns: byRunLength({ short: 40, long: 200 }) });
    });
});
