import { URI } from 'langium';
import type { Connection } from 'vscode-languageserver';
import { EditorLevelsChangedNotification, EditorLevelsRequest } from '@sup/protocol/server';
import type { Settings } from '../settings.js';
import { answer, hasDocument } from './answer.js';

/** Handles `sup/editorLevels`, and notifies a listening client of changes. */
export function handleEditorLevels(connection: Connection, settings: Settings, isListening: () => boolean): void {
    answer(connection, EditorLevelsRequest, { expected: 'a document', isValid: hasDocument }, ({ textDocument }) => settings.editorLevelsFor(URI.parse(textDocument.uri)));
    settings.onDidChange(() => {
        if (isListening()) {
            void connection.sendNotification(EditorLevelsChangedNotification);
        }
    });
}
