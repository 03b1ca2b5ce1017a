import { type Diagnostic, Disposable, languages, LanguageStatusSeverity, l10n, type LanguageStatusItem, type Uri } from 'vscode';
import { documentSelector } from '../language-client.js';
import type { LanguageServer } from '../language-server.js';
import { showOutputCommand } from './output.js';

/** The `source` of the server's diagnostics. */
const diagnosticSource = 'sup';

/** The language status item of `.sup` files: the state of the server and the number of problems in all files. */
export function registerStatus(server: LanguageServer): Disposable {
    const item = languages.createLanguageStatusItem('sup.server', documentSelector);
    item.name = l10n.t('SUP Language Server');
    item.command = { command: showOutputCommand, title: l10n.t('Show Output') };
    const problems = new ProblemCount();
    const show = (): void => describe(item, server.state, problems.total);
    show();
    return Disposable.from(
        item,
        server.onDidChangeState(show),
        languages.onDidChangeDiagnostics(({ uris }) => {
            problems.update(uris);
            show();
        })
    );
}

function describe(item: LanguageStatusItem, state: LanguageServer['state'], problems: number): void {
    item.busy = state === 'starting';
    item.severity = state === 'stopped' ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    switch (state) {
        case 'starting': item.text = l10n.t('SUP: starting'); break;
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

function isFromServer(diagnostic: Diagnostic): boolean {
    return diagnostic.source === diagnosticSource;
}
