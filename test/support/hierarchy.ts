import type { Hierarchy, Site } from '@sup/model';
import { TestWorkspace, uriOf } from './workspace.js';

/** Reads a text into the model without running rules, so the text may be invalid or large. */
export function hierarchyOf(text: string): Hierarchy {
    const { analysis, shared: { workspace } } = new TestWorkspace().services;
    const document = workspace.LangiumDocumentFactory.fromString(text, uriOf('plan.sup'));
    workspace.LangiumDocuments.addDocument(document);
    return analysis.hierarchies.of(document);
}

/** The first site with a code. */
export function siteOf(hierarchy: Hierarchy, code: string): Site {
    const [site] = hierarchy.sitesByCode.get(code) ?? [];
    if (!site) {
        throw new Error(`no site ${code}`);
    }
    return site;
}

export function codesOf(sites: Iterable<Site | undefined> | undefined): string[] | undefined {
    return sites && [...sites].map(site => site?.code ?? '-');
}
