import { languages, window } from 'vscode';
import type { SiteParams } from '@sup/protocol/server';
import { isTextDocument } from '../../guards.js';
import { documentSelector } from '../../language-client.js';

/** A site in the tree of plans, as far as commands read it. */
interface SiteItem {
    readonly site: string;
    readonly location: { readonly uri: string };
}

/** The site that a command is about: an item of the tree, the parameters of a code action, or the site at the cursor. Undefined without an argument and an open plan. */
export function siteParamsOf(argument: unknown): SiteParams | undefined {
    if (isSiteItem(argument)) {
        return { textDocument: { uri: argument.location.uri }, site: argument.site };
    }
    if (isSiteParams(argument)) {
        return argument;
    }
    const editor = window.activeTextEditor;
    return editor && languages.match(documentSelector, editor.document) > 0 ? { textDocument: { uri: editor.document.uri.toString() }, line: editor.selection.active.line } : undefined;
}

/** Commands can be called with any argument. */
export function isSiteItem(value: unknown): value is SiteItem {
    const item = value as Partial<SiteItem> | null | undefined;
    return typeof item?.site === 'string' && typeof item.location?.uri === 'string';
}

function isSiteParams(value: unknown): value is SiteParams {
    const params = value as Partial<SiteParams> | null | undefined;
    return typeof params?.site === 'string' && isTextDocument(params.textDocument);
}
