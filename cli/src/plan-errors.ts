import type { LangiumDocument } from 'langium';
import type { Plans } from './plans.js';
import type { Terminal } from './terminal.js';

/** How many errors the rules find in all files of the hierarchies that some documents belong to. */
export function countPlanErrors({ services: { analysis, linter } }: Plans, documents: readonly LangiumDocument[]): number {
    const hierarchies = new Map(documents.map(document => [analysis.hierarchies.keyOf(document), document]));
    const files = [...hierarchies.values()].flatMap(document => analysis.hierarchies.neighboursOf(document));
    return files.reduce((sum, document) => sum + linter.rules.check(document).findings.filter(({ shownAs }) => shownAs === 'error').length, 0);
}

/** Plans with errors are simulated, too; that they have some, people are told. */
export function mentionPlanErrors(errors: number, terminal: Terminal): void {
    if (errors > 0) {
        terminal.complain(`the plans have ${errors} ${errors === 1 ? 'error' : 'errors'}, which \`sup check\` shows; what is simulated may differ from what is meant`);
    }
}
