import type { LangiumSharedServices } from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';

/**
 * Gives published diagnostics the version of the open document that they are about, so that a client drops what is out of date,
 * and says nothing twice of files that are not open: a keystroke checks all files again, and few of them change.
 */
export function publishWithVersions(connection: Connection, shared: LangiumSharedServices): void {
    const send = connection.sendDiagnostics.bind(connection);
    const published = new Map<string, string>();
    connection.sendDiagnostics = params => {
        const version = shared.workspace.TextDocuments.get(params.uri)?.version;
        const content = JSON.stringify(params.diagnostics);
        const isNews = version !== undefined || (published.get(params.uri) ?? '[]') !== content;
        published.set(params.uri, content);
        return isNews ? send(version === undefined ? params : { ...params, version }) : Promise.resolve();
    };
}
