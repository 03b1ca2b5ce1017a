import type { LangiumDocument } from 'langium';
import type { CompletionProvider, FuzzyMatcher } from 'langium/lsp';
import { CompletionTriggerKind, type CompletionParams } from 'vscode-languageserver';
import { type CompletionItem, type CompletionList, InsertTextFormat, InsertTextMode, type Range } from 'vscode-languageserver-types';
import { changesOf } from '../../linter/edits/combine.js';
import type { SupServices } from '../services.js';
import { completeHead } from './heads.js';
import { completeSentence } from './sentences.js';
import { completeBeginning } from './statements.js';
import { planPlaceIn } from './plan-place.js';
import { completeValue } from './values.js';
import { type Cursor, cursorAt } from './cursor.js';
import type { Suggestion } from './suggestion.js';

/** Maximum number of items in an answer; the client sends a new request when more of the word is typed. */
const maxItems = 200;

/**
 * Completes from the catalogue. Langium's provider would parse the text up to the cursor and complete from the grammar, which accepts
 * every statement in every block.
 */
export class SupCompletionProvider implements CompletionProvider {
    readonly completionOptions = { triggerCharacters: [' ', ':', ',', '"'] };
    private readonly matcher: FuzzyMatcher;
    private supportsSnippets = false;
    private supportsCommitCharacters = false;

    constructor(private readonly services: SupServices) {
        this.matcher = services.shared.lsp.FuzzyMatcher;
        services.shared.lsp.LanguageServer.onInitialize(params => {
            const supported = params.capabilities.textDocument?.completion?.completionItem;
            this.supportsSnippets = supported?.snippetSupport === true;
            this.supportsCommitCharacters = supported?.commitCharactersSupport === true;
        });
    }

    getCompletion(document: LangiumDocument, params: CompletionParams): CompletionList {
        const offset = document.textDocument.offsetAt(params.position);
        const cursor = cursorAt(document, offset, this.services.parser.Lexer);
        const isTyped = params.context?.triggerKind === CompletionTriggerKind.TriggerCharacter;
        // A space where a statement could begin is indentation.
        if (!cursor || (isTyped && params.context?.triggerCharacter === ' ' && cursor.before.length === 0)) {
            return { isIncomplete: false, items: [] };
        }
        let isIncomplete = false;
        const all = this.suggestionsAt(document, cursor, () => (isIncomplete = true));
        const matching = all.length > maxItems ? all.filter(({ label }) => this.matches(label, cursor)) : all;
        return {
            isIncomplete: isIncomplete || all.length > maxItems,
            items: matching.slice(0, maxItems).map((each, i) => this.toItem(each, i, document, cursor))
        };
    }

    /** In a large hierarchy, names that do not match the word at the cursor are omitted early; `onOmitted` is called for each. */
    private suggestionsAt(document: LangiumDocument, cursor: Cursor, onOmitted: () => void): readonly Suggestion[] {
        const hierarchy = this.services.analysis.hierarchies.incremental(document);
        const { sitesByCode, serversByName } = hierarchy;
        // A short list is complete, so the editor need not send another request while the word grows.
        const isLarge = Math.max(sitesByCode.size, serversByName.size) > maxItems;
        const matches = (name: string): boolean => {
            const isMatch = !isLarge || this.matches(name, cursor);
            if (!isMatch) {
                onOmitted();
            }
            return isMatch;
        };
        const place = { document, cursor, services: this.services, plan: planPlaceIn(hierarchy, cursor.block, cursor.before.length > 0 ? cursor.statement : undefined), matches };
        const all = cursor.before[0]?.kind === 'key' ? completeValue(place) : [...completeHead(place), ...completeSentence(place), ...completeBeginning(place)];
        // An item may replace text only on the line of the cursor.
        return all.filter(({ replaceFrom }) => replaceFrom === undefined || replaceFrom >= cursor.line);
    }

    /** Opens the list for what follows an item, in clients that have a command for it. */
    private nextList(): Pick<CompletionItem, 'command'> {
        const command = this.services.lsp.suggestCommand();
        return command === undefined ? {} : { command: { title: 'Show what can follow', command } };
    }

    private matches(name: string, { word }: Cursor): boolean {
        return this.matcher.match(word.text.replace(/^"/, '').toLowerCase(), name);
    }

    private toItem(suggestion: Suggestion, index: number, document: LangiumDocument, cursor: Cursor): CompletionItem {
        const { label, kind, detail, documentation, remark, isLikely, isListItem } = suggestion;
        const start = suggestion.replaceFrom ?? cursor.word.offset;
        const snippet = this.supportsSnippets ? suggestion.snippet : undefined;
        // Without its snippet, a statement does not have the part that needs them.
        const furtherEdits = snippet === suggestion.snippet ? suggestion.furtherEdits ?? [] : [];
        const text = snippet ?? suggestion.text ?? label;
        const needsSpace = start > 0 && /[:,]/.test(document.textDocument.getText()[start - 1]!);
        return {
            label,
            kind,
            ...remark !== undefined && { labelDetails: { description: remark } },
            ...isLikely && { preselect: true },
            ...detail && { detail },
            ...documentation && { documentation: { kind: 'markdown', value: documentation } },
            sortText: String(index).padStart(3, '0'),
            // Clients compare this with the replaced text, which begins with a quote if this text does.
            ...text.startsWith('"') && { filterText: text },
            textEdit: { range: rangeOf(document, start, cursor.wordEnd), newText: needsSpace ? ` ${text}` : text },
            ...isListItem && this.supportsCommitCharacters && { commitCharacters: [','] },
            ...furtherEdits.length > 0 && { additionalTextEdits: [...changesOf(furtherEdits, this.services.lsp.lineLengthOf).get(document) ?? []] },
            ...opensList(text, snippet !== undefined) && this.nextList(),
            ...snippet !== undefined && { insertTextFormat: InsertTextFormat.Snippet, insertTextMode: InsertTextMode.adjustIndentation }
        };
    }
}

/** Whether the cursor is, after an item, where a value, a name or a further word follows. */
function opensList(text: string, isSnippet: boolean): boolean {
    return isSnippet ? /^[^$]*\$0/.test(text) : /[ :]$/.test(text);
}

function rangeOf(document: LangiumDocument, offset: number, end: number): Range {
    return { start: document.textDocument.positionAt(offset), end: document.textDocument.positionAt(end) };
}
