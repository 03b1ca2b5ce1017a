import { type Diagnostic, Disposable, languages, LanguageStatusSeverity, l10n, type LanguageStatusItem, type Uri, workspace } from 'vscode';
import { documentSelector } from '../language-client.js';
import type { LanguageServer } from '../language-server.js';
import { showOutputCommand } from './output.js';

/** The `source` of the server's diagnostics. */
const diagnosticSource = 'sup';

/**
 * The language status item of `.sup` files: the state of the server and the number of problems in all files. A server that has started
 * has not checked anything yet, so a number is shown only after its first results.
 */
export function registerStatus(server: LanguageServer): Disposable {
    const item = languages.createLanguageStatusItem('sup.server', documentSelector);
    item.name = l10n.t('SUP Language Server');
    item.command = { command: showOutputCommand, title: l10n.t('Show Output') };
    const problems = new ProblemCount();
    let hasResults = false;
    const show = (): void => describe(item, server.state === 'running' && !hasResults ? 'checking' : server.state, problems.total);
    show();
    return Disposable.from(
        item,
        server.onDidChangeState(state => {
            hasResults &&= state === 'running';
            show();
        }),
        languages.onDidChangeDiagnostics(({ uris }) => {
            problems.update(uris);
            hasResults ||= server.state === 'running' && uris.some(isPlan);
            show();
        })
    );
}

function describe(item: LanguageStatusItem, state: LanguageServer['state'] | 'checking', problems: number): void {
    item.busy = state === 'starting' || state === 'checking';
    item.severity = state === 'stopped' ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    switch (state) {
        case 'starting': item.text = l10n.t('SUP: starting'); break;
        case 'checking': item.text = l10n.t('SUP: checking'); break;
        case 'stopped': item.text = l10n.t('SUP: language server stopped'); break;
        case 'running': item.text = problemsText(problems); break;
    }
}

function problemsText(count: number): string {
    switch (count) {
        case 0: return l10n.t('SUP: no problems');
        case 1: return l10n.t('SUP: 1 problem');
        default: return l10n.t('SUP: {0} problems', count);
    }
}

/** Counts incrementally by file, so that a keystroke in a large workspace does not visit the problems of all files. */
class ProblemCount {
    private readonly counts = new Map<string, number>();
    total = 0;

    update(uris: readonly Uri[]): void {
        for (const uri of uris) {
            const key = uri.toString();
            const count = languages.getDiagnostics(uri).filter(isFromServer).length;
            this.total += count - (this.counts.get(key) ?? 0);
            if (count > 0) {
                this.counts.set(key, count);
            } else {
                this.counts.delete(key);
            }
        }
    }
}

/** Whether the server publishes results for a document, with or without problems. A plan that was never saved has no extension. */
function isPlan(uri: Uri): boolean {
    return uri.path.endsWith('.sup') || workspace.textDocuments.some(document => document.languageId === 'sup' && document.uri.toString() === uri.toString());
}

function isFromServer(diagnostic: Diagnostic): boolean {
    return diagnostic.source === diagnosticSource;
}
