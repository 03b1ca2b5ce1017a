import { type TextEditor, Uri, ViewColumn, window } from 'vscode';
import type { Place } from '@sup/protocol/server';
import { rangeOf } from '../scenarios/places.js';

export interface RevealOptions {
    /** The column of the panel: it is not to be hidden by what is shown. */
    readonly beside: ViewColumn | undefined;
    /** Whether the person goes on in the text. */
    readonly takesFocus: boolean;
}

/** Shows places in editors, and knows which selections came of that. */
export class Reveal {
    private last: { readonly uri: string; readonly range: ReturnType<typeof rangeOf> } | undefined;

    /** Shows a place: in the column that has its document already, else in one that is not the panel's. */
    async show({ uri, range }: Place, { beside, takesFocus }: RevealOptions): Promise<void> {
        const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
        const selection = rangeOf(range);
        this.last = { uri, range: selection };
        await window.showTextDocument(Uri.parse(uri), { selection, viewColumn: shown?.viewColumn ?? (beside === ViewColumn.One ? ViewColumn.Two : ViewColumn.One), preserveFocus: !takesFocus });
    }

    /** Whether an editor's selection is the one that was shown last, so that nobody has moved the cursor. */
    isOwn({ document, selection }: TextEditor): boolean {
        return this.last?.uri === document.uri.toString() && selection.isEqual(this.last.range);
    }
}
