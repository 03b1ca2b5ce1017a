import { beforeAll, expect, test } from 'vitest';
import { type CompletionItem, CompletionItemKind, type MarkupContent, type TextEdit } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { unquote } from '../../../language/src/syntax/parser/value-converter.js';
import { type CompletionPlace, placesOfCorpus } from '../../support/completion-places.js';
import { Random } from '../../support/random.js';
import { fuzzSeed } from '../../fuzz/seed.js';
import { byRunLength } from '../../support/run-length.js';
import { expandSnippet } from '../../support/snippet.js';
import { TestWorkspace, workspaceWith } from '../../support/workspace.js';

// Completion depends on the plan: it offers nothing that a rule would then report as an error, and everything that a sound plan contains.

/** An item after which a list opens, which has such an item again, and so on. */
const maxLists = 6;

const count = byRunLength({ short: 60, long: 500 });
let places: readonly CompletionPlace[];

beforeAll(async () => {
    places = new Random(fuzzSeed(1)).shuffle(await placesOfCorpus());
}, 120_000);

test(`completions are documented with their sources, and accepting one causes no errors, at ${count} places of the examples and rule pages`, async () => {
    const caused: string[] = [];
    const undocumented = new Set<string>();
    let accepted = 0;
    for (const place of places.slice(0, count)) {
        const known = [await errorsIn(place.original), await errorsIn(place.without)];
        for (const item of await completionsAt(place.before + place.after, place.before.length)) {
            // A value that is not known and a site of the plan are explained, and have no source.
            const hasSource = /^Source: /m.test((item.documentation as MarkupContent | undefined)?.value ?? '');
            if (!item.documentation || !(hasSource || item.label === 'unknown' || item.kind === CompletionItemKind.Module)) {
                undocumented.add(`${item.label} (${place.missing})`);
            }
            const text = await accept(place.before + place.after, item);
            const errors = await errorsIn(text);
            accepted++;
            caused.push(...newErrors(errors, place, known).map(rule => `${item.label} (${place.missing}): ${rule}\n${text}`));
        }
    }
    expect(caused).toEqual([]);
    expect([...undocumented]).toEqual([]);
    expect(accepted).toBeGreaterThan(5 * count);
}, 600_000);

test('completions include every listed value that a plan without findings has', async () => {
    const withheld: string[] = [];
    let offered = 0;
    for (const place of places.filter(({ value }) => value !== undefined).slice(0, 4 * count)) {
        if ((await errorsIn(place.original)).size > 0) {
            continue;
        }
        const labels = (await completionsAt(place.before + place.after, place.before.length)).map(({ label }) => label);
        const value = unquote(place.value!);
        offered += labels.includes(value) ? 1 : 0;
        withheld.push(...labels.includes(value) || !place.isListed ? [] : [`${place.missing} ${value}: ${labels.join(', ')}\n${place.original}`]);
    }
    expect(withheld).toEqual([]);
    expect(offered).toBeGreaterThan(count / 4);
}, 600_000);

test('an empty file becomes a plan without findings by accepting statements', async () => {
    let text = '';
    for (const label of ['hierarchy', 'central site', 'primary site', 'secondary site', 'scenario']) {
        const item = (await completionsAt(text, text.length)).find(each => each.label === label)!;
        text = `${await accept(text, item, 0)}\n`;
    }
    expect((await workspaceWith(text)).listing(), text).toEqual([]);
});

/** The rules that report more errors than in the plan as it was, and in the plan without the statement. */
function newErrors(errors: ErrorsByRule, place: CompletionPlace, [original, without]: readonly ErrorsByRule[]): readonly string[] {
    // A mistake in the block after a head is there with any head, but another rule may report it.
    if (place.missing.startsWith('head of') && sumOf(original!) > sumOf(without!) && sumOf(errors) <= sumOf(original!)) {
        return [];
    }
    return [...errors].filter(([rule, number]) => [original, without].every(each => number > (each!.get(rule) ?? 0))).map(([rule]) => rule);
}

/** The number of errors by rule. */
type ErrorsByRule = ReadonlyMap<string, number>;

function sumOf(errors: ErrorsByRule): number {
    return [...errors.values()].reduce((sum, number) => sum + number, 0);
}

async function errorsIn(text: string): Promise<ErrorsByRule> {
    const workspace = await workspaceWith(text);
    const errors = workspace.diagnostics('plan.sup').filter(({ severity }) => severity === 1);
    return new Map([...Map.groupBy(errors, ({ code }) => String(code))].map(([rule, { length }]) => [rule, length]));
}

async function completionsAt(text: string, offset: number): Promise<readonly CompletionItem[]> {
    const workspace = new TestWorkspace();
    await workspace.services.shared.lsp.LanguageServer.initialize({
        processId: null, rootUri: null, capabilities: { textDocument: { completion: { completionItem: { snippetSupport: true } } } }
    });
    await workspace.write({ 'plan.sup': text });
    const document = workspace.document('plan.sup');
    const params = { textDocument: { uri: document.uri.toString() }, position: document.textDocument.positionAt(offset) };
    return (await workspace.services.lsp.CompletionProvider!.getCompletion(document, params))!.items;
}

/** The text after accepting an item, and the first item of every list that opens after it. */
async function accept(text: string, { textEdit, insertTextFormat, additionalTextEdits = [] }: CompletionItem, lists = maxLists): Promise<string> {
    const document = TextDocument.create('file:///plan.sup', 'sup', 0, text);
    const { range, newText } = textEdit as TextEdit;
    const inserted = insertTextFormat === 2 ? expandSnippet(newText) : { text: newText, cursor: newText.length };
    const after = TextDocument.applyEdits(document, [...additionalTextEdits, { range, newText: inserted.text }]);
    const addedBefore = additionalTextEdits.filter(edit => document.offsetAt(edit.range.start) < document.offsetAt(range.start)).map(edit => edit.newText.length - (document.offsetAt(edit.range.end) - document.offsetAt(edit.range.start)));
    const offset = document.offsetAt(range.start) + inserted.cursor + addedBefore.reduce((sum, each) => sum + each, 0);
    const isOpen = inserted.cursor < inserted.text.length || /[:, ]$/.test(inserted.text);
    const [first] = isOpen && lists > 0 ? await completionsAt(after, offset) : [];
    return first ? accept(after, first, lists - 1) : after;
}
