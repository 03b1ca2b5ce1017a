import type { LangiumDocument } from 'langium';
import { counted } from '@sup/model';
import type { Plans } from './plans.js';
import type { Terminal } from './terminal.js';

/** Counts the errors that the rules find in all files of the hierarchies that the documents belong to. */
export function countPlanErrors({ services: { analysis, linter } }: Plans, documents: readonly LangiumDocument[]): number {
    const hierarchies = new Map(documents.map(document => [analysis.hierarchies.keyOf(document), document]));
    const files = [...hierarchies.values()].flatMap(document => analysis.hierarchies.neighboursOf(document));
    return files.reduce((sum, document) => sum + linter.rules.check(document).findings.filter(({ shownAs }) => shownAs === 'error').length, 0);
}

/** Plans with errors are simulated too, so users are warned that the simulation may differ from their intent. */
export function warnAboutPlanErrors(errors: number, terminal: Terminal): void {
    if (errors > 0) {
        terminal.writeMessage(`the plans have ${counted(errors, 'error')}, so the simulation may differ from what you intend; run \`sup check\` to see ${errors === 1 ? 'it' : 'them'}`);
    }
}
