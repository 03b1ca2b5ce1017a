import { type CstNode, CstUtils } from 'langium';
import { ResponseError } from 'vscode-languageserver';
import { expect, test } from 'vitest';
import { plans, TestEditor } from '../support/editor.js';
import { Random } from '../support/random.js';
import { byRunLength } from '../support/run-length.js';
import { type TestWorkspace, workspaceWith } from '../support/workspace.js';

// Requests at any place of a plan: hovers explain every word, and no request fails. `npm test` takes some of the plans and offsets, always the
// same ones; `npm run test:long` takes all.

const share = byRunLength({ short: { plans: 1 / 8, offsets: 1 / 12 }, long: { plans: 1, offsets: 1 } });
const random = new Random(7);
const corpus = random.shuffle([...new Set(plans())]);
const some = corpus.slice(0, Math.ceil(corpus.length * share.plans));

test('every word of the examples and rule pages has a hover', async () => {
    const lacking = new Set<string>();
    let words = 0;
    for (const text of some) {
        const workspace = await workspaceWith(text);
        const { parseResult: { value: { $cstNode } } } = workspace.document('plan.sup');
        for (const leaf of CstUtils.flattenCst($cstNode!).filter(isWord)) {
            words++;
            if (!await hoverAt(workspace, leaf.range.start)) {
                lacking.add(`${leaf.astNode.$type}: ${leaf.text}`);
            }
        }
        expect(workspace.reports).toEqual([]);
    }
    expect([...lacking]).toEqual([]);
    expect(words).toBeGreaterThan(15 * some.length);
}, 600_000);

test('completion, hover, formatting and rename fail at no offset of the examples and rule pages', async () => {
    let requests = 0;
    for (const text of some) {
        const workspace = await workspaceWith(text);
        const { services } = workspace;
        const document = workspace.document('plan.sup');
        const textDocument = { uri: document.uri.toString() };
        for (let offset = 0; offset <= text.length; offset++) {
            if (random.next() >= share.offsets) {
                continue;
            }
            const position = document.textDocument.positionAt(offset);
            const params = { textDocument, position };
            await services.lsp.CompletionProvider!.getCompletion(document, params);
            await hoverAt(workspace, position);
            await services.lsp.Formatter!.formatDocumentOnType(document, { ...params, ch: '}', options: { tabSize: 2, insertSpaces: true } });
            await services.lsp.Formatter!.formatDocumentRange(document, { textDocument, range: { start: position, end: position }, options: { tabSize: 2, insertSpaces: true } });
            await refusedOrDone(async () => services.lsp.RenameProvider!.prepareRename(document, params));
            await refusedOrDone(async () => services.lsp.RenameProvider!.rename(document, { ...params, newName: 'ZZ9' }));
            requests++;
        }
        expect(workspace.reports, text).toEqual([]);
    }
    expect(requests).toBeGreaterThan(5 * some.length);
}, 3_600_000);

test('explains a word from its first to its last character', async () => {
    for (const place of ['cl|uster', '|"a.example"', '"a.exam|ple"', '"a.example|"', 'no|des', 'A|2']) {
        const editor = await TestEditor.open('central site AAA {\n  server A2\n  cluster C1 { nodes: A2  fqdn: "a.example" }\n}\n'.replace(place.replace('|', ''), place));
        expect(await editor.hover(), place).toBeDefined();
    }
});

async function hoverAt(workspace: TestWorkspace, position: { line: number; character: number }): Promise<boolean> {
    const plan = workspace.document('plan.sup');
    return await workspace.services.lsp.HoverProvider!.getHoverContent(plan, { textDocument: { uri: plan.uri.toString() }, position }) !== undefined;
}

/** A rename may be refused, with the reason for the user. */
async function refusedOrDone(request: () => Promise<unknown>): Promise<void> {
    await request().catch((error: unknown) => {
        if (!(error instanceof ResponseError)) {
            throw error;
        }
    });
}

function isWord({ hidden, text }: CstNode): boolean {
    return !hidden && /[\p{L}\p{N}]/u.test(text);
}
