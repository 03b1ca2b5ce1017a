import type { LangiumDocument } from 'langium';
import type { CompletionProvider, FuzzyMatcher } from 'langium/lsp';
import { CompletionTriggerKind, type CompletionParams } from 'vscode-languageserver';
import { type CompletionItem, type CompletionList, InsertTextFormat, InsertTextMode, type Range } from 'vscode-languageserver-types';
import type { SupServices } from './services.js';
import { completeHead } from './complete-heads.js';
import { completeSentence } from './complete-sentences.js';
import { completeBeginning } from './complete-statements.js';
import { completeValue } from './complete-values.js';
import { type Cursor, cursorAt } from './cursor.js';
import type { Suggestion } from './suggestion.js';

/** The most items of one answer; a client asks again when more of the word is there. */
const mostItems = 200;

/**
 * Offers what belongs at the cursor, as the catalogues have it. Langium's own provider would parse the text up to the cursor and
 * ask the grammar, which takes every statement in every block.
 */
export class SupCompletionProvider implements CompletionProvider {
    readonly completionOptions = { triggerCharacters: [' ', ':', ',', '"'] };
    private readonly matcher: FuzzyMatcher;
    private clientFillsPlaces = false;

    constructor(private readonly services: SupServices) {
        this.matcher = services.shared.lsp.FuzzyMatcher;
        services.shared.lsp.LanguageServer.onInitialize(params => {
            this.clientFillsPlaces = params.capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
        });
    }

    getCompletion(document: LangiumDocument, params: CompletionParams): CompletionList {
        const offset = document.textDocument.offsetAt(params.position);
        const cursor = cursorAt(document, offset, this.services.parser.Lexer);
        const isTyped = params.context?.triggerKind === CompletionTriggerKind.TriggerCharacter;
        // A blank where a statement could begin is indentation.
        if (!cursor || (isTyped && params.context?.triggerCharacter === ' ' && cursor.before.length === 0)) {
            return { isIncomplete: false, items: [] };
        }
        let isCut = false;
        const all = this.suggestionsAt(document, cursor, () => (isCut = true));
        const fitting = all.length > mostItems ? all.filter(({ label }) => this.matches(label, cursor)) : all;
        return {
            isIncomplete: isCut || all.length > mostItems,
            items: fitting.slice(0, mostItems).map((each, i) => this.toItem(each, i, document, cursor))
        };
    }

    /** Of thousands of names, those that cannot be meant are left out at once; `leaveOut` is told. */
    private suggestionsAt(document: LangiumDocument, cursor: Cursor, leaveOut: () => void): readonly Suggestion[] {
        const { sitesByCode, serversByName } = this.services.analysis.hierarchies.incremental(document);
        // Few names are all offered: an editor then need not ask again while the word grows.
        const isLarge = Math.max(sitesByCode.size, serversByName.size) > mostItems;
        const mayFit = (name: string): boolean => {
            const fits = !isLarge || this.matches(name, cursor);
            if (!fits) {
                leaveOut();
            }
            return fits;
        };
        const place = { document, cursor, services: this.services, mayFit };
        const all = cursor.before[0]?.kind === 'key' ? completeValue(place) : [...completeHead(place), ...completeSentence(place), ...completeBeginning(cursor)];
        // An item may replace text on the line of the cursor only.
        return all.filter(({ from }) => from === undefined || from >= cursor.line);
    }

    private matches(name: string, { word }: Cursor): boolean {
        return this.matcher.match(word.text.replace(/^"/, '').toLowerCase(), name);
    }

    private toItem(suggestion: Suggestion, index: number, document: LangiumDocument, cursor: Cursor): CompletionItem {
        const { label, kind, detail, documentation } = suggestion;
        const start = suggestion.from ?? cursor.word.offset;
        const snippet = this.clientFillsPlaces ? suggestion.snippet : undefined;
        const text = snippet ?? suggestion.text ?? label;
        const isStuck = start > 0 && /[:,]/.test(document.textDocument.getText()[start - 1]!);
        return {
            label,
            kind,
            ...detail && { detail },
            ...documentation && { documentation: { kind: 'markdown', value: documentation } },
            sortText: String(index).padStart(3, '0'),
            // Compared with what is replaced, which begins with a quote where the text does.
            ...text.startsWith('"') && { filterText: text },
            textEdit: { range: rangeOf(document, start, cursor.wordEnd), newText: isStuck ? ` ${text}` : text },
            ...snippet !== undefined && { insertTextFormat: InsertTextFormat.Snippet, insertTextMode: InsertTextMode.adjustIndentation }
        };
    }
}

function rangeOf(document: LangiumDocument, offset: number, end: number): Range {
    return { start: document.textDocument.positionAt(offset), end: document.textDocument.positionAt(end) };
}
