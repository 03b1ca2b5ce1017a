import { type TextEditor, Uri, ViewColumn, window } from 'vscode';
import type { Location } from 'vscode-languageclient/node';
import { rangeOf } from '../locations.js';

export interface RevealOptions {
    /** The column of the panel, which the revealed document must not cover. */
    readonly beside: ViewColumn | undefined;
    /** Whether the editor takes the focus. */
    readonly takesFocus: boolean;
}

/** Reveals locations in editors, and recognizes the selections that it has set. */
export class Reveal {
    private last: { readonly uri: string; readonly range: ReturnType<typeof rangeOf> } | undefined;

    /** Reveals a location in the column that already shows its document, otherwise in a column other than the panel's. */
    async show({ uri, range }: Location, { beside, takesFocus }: RevealOptions): Promise<void> {
        const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
        const selection = rangeOf(range);
        this.last = { uri, range: selection };
        await window.showTextDocument(Uri.parse(uri), { selection, viewColumn: shown?.viewColumn ?? (beside === ViewColumn.One ? ViewColumn.Two : ViewColumn.One), preserveFocus: !takesFocus });
    }

    /** Whether an editor's selection is the last revealed one, so that the user has not moved the cursor. */
    isRevealedSelection({ document, selection }: TextEditor): boolean {
        return this.last?.uri === document.uri.toString() && selection.isEqual(this.last.range);
    }
}
