import { OperationCancelled, type URI, URI as Uri } from 'langium';
import { DefaultDocumentUpdateHandler, type LangiumSharedServices } from 'langium/lsp';
import type { FileSystemWatcher, TextDocumentChangeEvent } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** Brings changes to the document builder. A failing build is reported and never ends the process. */
export class SupDocumentUpdateHandler extends DefaultDocumentUpdateHandler {
    constructor(private readonly services: LangiumSharedServices, private readonly report: (message: string) => void) {
        super(services);
    }

    protected override getWatchers(): FileSystemWatcher[] {
        return [{ globPattern: '**/*.sup' }];
    }

    /** A document closed without saving is read from disk again, or forgotten where there is no such file. */
    didCloseDocument(event: TextDocumentChangeEvent<TextDocument>): void {
        const uri = Uri.parse(event.document.uri);
        const isKept = this.services.workspace.FileSystemProvider.stat(uri).then(stat => stat.isFile, () => false);
        void isKept.then(kept => kept ? this.fireDocumentUpdate([uri], []) : this.fireDocumentUpdate([], [uri]));
    }

    protected override fireDocumentUpdate(changed: URI[], deleted: URI[]): void {
        this.workspaceManager.ready
            .then(() => this.workspaceLock.write(token => this.documentBuilder.update(changed, deleted, token)))
            .catch((error: unknown) => {
                if (error !== OperationCancelled) {
                    this.report(`A change could not be analysed: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
                }
            });
    }
}
