import { NotificationType0, RequestType, type TextDocumentIdentifier } from 'vscode-languageserver-protocol';

/** The effect of the editor's setting `sup.rules` on a document. */
export interface EditorLevels {
    /** Rules with another level than on the command line, which does not read the setting. */
    onlyHere: string[];
    /** Entries of the setting without effect, because the `sup.config.json` of the plan sets the level. */
    overruled: string[];
}

export interface EditorLevelsParams {
    textDocument: TextDocumentIdentifier;
}

/** Client → server: how the levels of a document differ from those of the command line. */
export const EditorLevelsRequest = new RequestType<EditorLevelsParams, EditorLevels, void>('sup/editorLevels');

/** Server → client: the response to {@link EditorLevelsRequest} may have changed. */
export const EditorLevelsChangedNotification = new NotificationType0('sup/editorLevelsChanged');
