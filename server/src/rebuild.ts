import { isOperationCancelled, type URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { checkAllAgain, traceOf } from '@sup/language';

/** Has all documents checked again once the workspace is loaded, and files or folders read or forgotten. A newer change takes its place. */
export function rebuild({ workspace }: LangiumSharedServices, report: (message: string) => void, changed: URI[] = [], deleted: URI[] = []): void {
    void workspace.WorkspaceManager.ready
        .then(() => workspace.WorkspaceLock.write(token => {
            checkAllAgain(workspace);
            // What was opened in the meantime is there, whatever folders are.
            return workspace.DocumentBuilder.update(changed, deleted.filter(uri => !workspace.TextDocuments.get(uri)), token);
        }))
        .catch((error: unknown) => {
            if (!isOperationCancelled(error)) {
                report(`The workspace could not be checked again: ${traceOf(error)}`);
            }
        });
}
