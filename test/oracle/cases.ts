import { workspaceWith } from '../support/workspace.js';
import type { Case } from './clauses.js';
import { toReports } from './reports.js';

/** Hierarchies as a user has them: each text is a file, checked by the linter. */
export async function casesOf(texts: readonly string[]): Promise<readonly Case[]> {
    const workspace = await workspaceWith(Object.fromEntries(texts.map((text, i) => [`${i}.sup`, text])));
    return texts.map((text, i) => ({
        hierarchy: workspace.services.analysis.hierarchies.of(workspace.document(`${i}.sup`)), reports: toReports(workspace.findings(`${i}.sup`)), text: () => text
    }));
}
