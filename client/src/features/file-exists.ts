import { type Uri, workspace } from 'vscode';

/** Whether there is a file, a folder or anything else at a place. */
export async function fileExists(uri: Uri): Promise<boolean> {
    try {
        await workspace.fs.stat(uri);
        return true;
    } catch {
        return false;
    }
}
