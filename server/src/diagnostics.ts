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
    private readonly checked = new Map<string, Checked>();
    private readonly published = new Map<string, string>();
    private readonly send: Connection['sendDiagnostics'];
    private more: MoreDiagnostics = () => [];

    constructor(connection: Connection, private readonly shared: LangiumSharedServices) {
        this.send = connection.sendDiagnostics.bind(connection);
        connection.sendDiagnostics = ({ uri, diagnostics }) => {
            this.checked.set(uri, { version: this.versionOf(uri), diagnostics });
            return this.publish(uri);
        };
    }

    /** Names another source, to be asked at each publication. */
    add(more: MoreDiagnostics): void {
        this.more = more;
    }

    /** Sends what there is for a document now, if it is news. Of a version that was not checked yet nothing is said: its check does. */
    publish(uri: string): Promise<void> {
        const { version, diagnostics: found } = this.checked.get(uri) ?? { version: undefined, diagnostics: [] };
        if (version !== this.versionOf(uri)) {
            return Promise.resolve();
        }
        const diagnostics = [...found, ...this.more(uri)];
        const content = JSON.stringify(diagnostics);
        const isNews = version !== undefined || (this.published.get(uri) ?? '[]') !== content;
        this.published.set(uri, content);
        return isNews ? this.send(version === undefined ? { uri, diagnostics } : { uri, diagnostics, version }) : Promise.resolve();
    }

    /** The version of a document that is open. */
    private versionOf(uri: string): number | undefined {
        return this.shared.workspace.TextDocuments.get(uri)?.version;
    }
}

/** What a check has found, and in which version of the document. */
interface Checked {
    readonly version: number | undefined;
    readonly diagnostics: readonly Diagnostic[];
}
