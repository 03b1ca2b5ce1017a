import type { LangiumSharedServices } from 'langium/lsp';
import { type Connection, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { diagnosticSource, omissionCode } from '@sup/language';
import { fileLimits, number } from '@sup/model';

/** Supplies diagnostics in addition to those of document checks. */
export type DiagnosticsSource = (uri: string) => readonly Diagnostic[];

/**
 * Publishes the diagnostics of checks together with those of scenarios. They carry the version of the open document, so that a client can
 * drop outdated ones. For closed files, unchanged diagnostics are not sent again: a keystroke re-checks all files, and few of them change.
 */
export class DiagnosticsPublisher {
    private readonly checked = new Map<string, VersionedDiagnostics>();
    private readonly published = new Map<string, string>();
    private readonly send: Connection['sendDiagnostics'];
    private additionalSource: DiagnosticsSource = () => [];

    constructor(connection: Connection, private readonly shared: LangiumSharedServices) {
        this.send = connection.sendDiagnostics.bind(connection);
        connection.sendDiagnostics = ({ uri, diagnostics }) => {
            this.checked.set(uri, { version: this.versionOf(uri), diagnostics });
            return this.publish(uri);
        };
    }

    /** Registers another source, which is queried for each publication. */
    addSource(source: DiagnosticsSource): void {
        this.additionalSource = source;
    }

    /** Publishes the current diagnostics of a document unless they are unchanged. A version that is not checked yet is published by its check. */
    publish(uri: string): Promise<void> {
        const { version, diagnostics: found } = this.checked.get(uri) ?? { version: undefined, diagnostics: [] };
        if (version !== this.versionOf(uri)) {
            return Promise.resolve();
        }
        const diagnostics = [...found, ...limited(this.additionalSource(uri))];
        const content = JSON.stringify(diagnostics);
        const hasChanged = version !== undefined || (this.published.get(uri) ?? '[]') !== content;
        this.published.set(uri, content);
        return hasChanged ? this.send(version === undefined ? { uri, diagnostics } : { uri, diagnostics, version }) : Promise.resolve();
    }

    /** The version of an open document; undefined for a closed one. */
    private versionOf(uri: string): number | undefined {
        return this.shared.workspace.TextDocuments.get(uri)?.version;
    }
}

/** The first additional diagnostics and, if there are more, one that states how many: a file may have tens of thousands of scenarios. */
function limited(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
    const left = diagnostics.length - fileLimits.diagnostics;
    return left <= 0 ? diagnostics : [...diagnostics.slice(0, fileLimits.diagnostics), {
        range: diagnostics[fileLimits.diagnostics]!.range, severity: DiagnosticSeverity.Information, source: diagnosticSource, code: omissionCode,
        message: `${number(left)} more results of scenarios in this file are not shown. Run the scenarios on the command line to see all of them.`
    }];
}

/** The diagnostics of the last check and the version of the document that was checked. */
interface VersionedDiagnostics {
    readonly version: number | undefined;
    readonly diagnostics: readonly Diagnostic[];
}
