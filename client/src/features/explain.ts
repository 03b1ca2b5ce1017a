import { commands, Disposable, DocumentLink, l10n, type LogOutputChannel, ProgressLocation, Uri, ViewColumn, window } from 'vscode';
import { commandUri, explainProblemCommand, type ExplanationLink, ExplainRequest, type FindingTarget, showDocumentationCommand } from '@sup/protocol/server';
import { isPosition, isTextDocument } from '../guards.js';
import type { LanguageServer } from '../language-server.js';
import { requestWithProgress } from './request-with-progress.js';
import { rangeOf } from './locations.js';
import { VirtualDocuments } from './virtual-documents.js';

/** The command that shows how a finding follows from the plan, as a text whose places are links, next to the plan. */
export function registerExplain(server: LanguageServer, output: LogOutputChannel): Disposable {
    const texts = new VirtualDocuments('sup-explanation');
    return Disposable.from(
        texts,
        commands.registerCommand(explainProblemCommand, async (target: unknown) => {
            if (!isTarget(target)) {
                void window.showInformationMessage(l10n.t('To explain a problem, open the light bulb on its line, or hover over it.'));
                return;
            }
            const explanation = await requestWithProgress(server, output, {
                type: ExplainRequest,
                params: target,
                progress: { location: ProgressLocation.Window, title: l10n.t('Explaining the problem') },
                missing: l10n.t('{0} is no longer reported there.', target.rule)
            });
            if (explanation) {
                const links = explanation.links.map(link => new DocumentLink(rangeOf(link.range), targetOf(link.target)));
                const uri = texts.write(l10n.t('Explanation of {0}', target.rule), `${target.textDocument.uri}#${target.range.start.line}`, explanation.text, links);
                await window.showTextDocument(uri, { preview: true, viewColumn: ViewColumn.Beside });
            }
        })
    );
}

/** The URI behind a link: a place in a plan, or the command that shows a document. */
function targetOf(target: ExplanationLink['target']): Uri {
    if (typeof target === 'string') {
        return Uri.parse(commandUri(showDocumentationCommand, target));
    }
    const { start, end } = target.range;
    return Uri.parse(`${target.uri}#L${start.line + 1},${start.character + 1}-L${end.line + 1},${end.character + 1}`);
}

/** Commands can be called with any argument, not only by the server's code action. */
function isTarget(value: unknown): value is FindingTarget {
    const target = value as Partial<FindingTarget> | null | undefined;
    return typeof target?.rule === 'string' && isTextDocument(target.textDocument) && isPosition(target.range?.start) && isPosition(target.range?.end);
}
