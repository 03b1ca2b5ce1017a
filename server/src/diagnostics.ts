import type { LangiumSharedServices } from 'langium/lsp';
import type { Connection, Diagnostic } from 'vscode-languageserver';

/** Where diagnostics come from besides the checks of documents. */
export type MoreDiagnostics = (uri: string) => readonly Diagnostic[];

/**
 * Sends diagnostics: those of the checks together with those of scenarios, with the version of the open document that they are about,
 * so that a client drops what is out of date. Of files that are not open nothing is said twice: a keystroke checks all files again,
 * and few of them change.
 */
export class DiagnosticsPublisher {
    private readonly checked = new Map<string, readonly Diagnostic[]>();
    private readonly published = new Map<string, string>();
    private readonly send: Connection['sendDiagnostics'];
    private more: MoreDiagnostics = () => [];

    constructor(connection: Connection, private readonly shared: LangiumSharedServices) {
        this.send = connection.sendDiagnostics.bind(connection);
        connection.sendDiagnostics = ({ uri, diagnostics }) => {
            this.checked.set(uri, diagnostics);
            return this.publish(uri);
        };
    }

    /** Names another source, to be asked at each publication. */
    add(more: MoreDiagnostics): void {
        this.more = more;
    }

    /** Sends what there is for a document now, if it is news. */
    publish(uri: string): Promise<void> {
        const version = this.shared.workspace.TextDocuments.get(uri)?.version;
        const diagnostics = [...this.checked.get(uri) ?? [], ...this.more(uri)];
        const content = JSON.stringify(diagnostics);
        const isNews = version !== undefined || (this.published.get(uri) ?? '[]') !== content;
        this.published.set(uri, content);
        return isNews ? this.send(version === undefined ? { uri, diagnostics } : { uri, diagnostics, version }) : Promise.resolve();
    }
}
