import type { LangiumDocument } from 'langium';
import type { Hierarchy } from '@sup/model';
import { CommandError } from './command-error.js';
import type { Plans } from './plans.js';

/** A hierarchy of which the arguments select some or all files. */
export interface PlannedHierarchy {
    readonly hierarchy: Hierarchy;
    /** Its name, or for a file that is a hierarchy by itself its path. */
    readonly label: string;
    /** Its selected files. */
    readonly documents: readonly LangiumDocument[];
    /** The first of these, whose configuration applies. */
    readonly document: LangiumDocument;
}

/** The hierarchies of the selected files, in the order of their first files. */
export function hierarchiesIn({ services, selected, pathOf }: Plans): readonly PlannedHierarchy[] {
    const { hierarchies } = services.analysis;
    const byKey = new Map<string, LangiumDocument[]>();
    for (const document of selected) {
        const key = hierarchies.keyOf(document);
        const documents = byKey.get(key);
        if (documents) {
            documents.push(document);
        } else {
            byKey.set(key, [document]);
        }
    }
    return [...byKey.values()].map(documents => {
        const [document] = documents as [LangiumDocument, ...LangiumDocument[]];
        const hierarchy = hierarchies.of(document);
        return { hierarchy, label: hierarchy.name ?? pathOf(document.uri), documents, document };
    });
}

/** The hierarchies that have sites, and so can be simulated. */
export function hierarchiesWithSitesIn(plans: Plans): readonly PlannedHierarchy[] {
    const found = hierarchiesIn(plans).filter(({ hierarchy }) => hierarchy.sites.length > 0);
    if (found.length === 0) {
        throw new CommandError('these files contain no sites to simulate');
    }
    return found;
}
