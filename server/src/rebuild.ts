import { isOperationCancelled, type URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { checkAllAgain } from '@sup/language';
import { errorStack } from '@sup/model';

/** Re-checks all documents once the workspace is loaded, and reads changed and removes deleted files or folders. A newer change cancels it. */
export function rebuild({ workspace }: LangiumSharedServices, report: (message: string) => void, changed: URI[] = [], deleted: URI[] = []): void {
    void workspace.WorkspaceManager.ready
        .then(() => workspace.WorkspaceLock.write(token => {
            checkAllAgain(workspace);
            // A document that was opened in the meantime stays, even outside of every folder.
            return workspace.DocumentBuilder.update(changed, deleted.filter(uri => !workspace.TextDocuments.get(uri)), token);
        }))
        .catch((error: unknown) => {
            if (!isOperationCancelled(error)) {
                report(`Re-checking the workspace failed: ${errorStack(error)}`);
            }
        });
}
