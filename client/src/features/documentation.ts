import { commands, type Disposable, Uri, window } from 'vscode';
import { showDocumentationCommand } from '@sup/protocol/server';

/** The command that shows a document of this project from the extension's own files, so it works without a network. Without an argument, it shows the list of rules. */
export function registerDocumentation(extensionUri: Uri): Disposable {
    return commands.registerCommand(showDocumentationCommand, async (page: unknown) => {
        const uri = Uri.joinPath(extensionUri, 'docs', isPage(page) ? page : 'rules/README.md');
        try {
            await commands.executeCommand('markdown.showPreview', uri);
        } catch { // the editor may have no Markdown preview
            await window.showTextDocument(uri, { preview: true });
        }
    });
}

/** Commands can be called with any argument; only a path within the folder of documents is accepted. */
function isPage(value: unknown): value is string {
    return typeof value === 'string' && /^(rules\/)?[a-z0-9-]+\.md$/.test(value);
}
