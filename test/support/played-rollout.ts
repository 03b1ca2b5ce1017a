import { problemsOf } from '@sup/language';
import { buildScene } from '@sup/picture';
import type { ComparedPlans, PlayedRollout, PreviewContent } from '@sup/protocol/preview';
import { runToEnd } from '@sup/simulation';
import { comparePlans } from '../../server/src/preview/compare-plans.js';
import { playRollout } from '../../server/src/preview/order-rollout.js';
import { TestWorkspace, uriOf } from './workspace.js';

/** The content, the comparison and the rollout that the server sends about two versions of a plan. */
export function playedRollout([before, after]: readonly [before: string, after: string]): { readonly content: PreviewContent; readonly plans: ComparedPlans; readonly rollout: PlayedRollout } {
    const { services } = new TestWorkspace();
    const { analysis: { hierarchies }, linter: { rules }, shared: { workspace } } = services;
    const document = workspace.LangiumDocumentFactory.fromString(after, uriOf('plan.sup'));
    workspace.LangiumDocuments.addDocument(document);
    const textDocument = { uri: document.uri.toString() };
    const files = [{ uri: textDocument.uri, text: before }];
    const context = { services, context: {}, options: {} };
    const hierarchy = hierarchies.of(document);
    return {
        content: { scene: buildScene(hierarchy, problemsOf(rules.check(document).findings, document)), scenarios: [] },
        plans: runToEnd(comparePlans(document, { textDocument, before: files, beforeLabel: 'main', afterLabel: 'now' }, context)),
        rollout: runToEnd(playRollout(document, { textDocument, before: files }, context))
    };
}
