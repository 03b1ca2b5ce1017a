import type { LangiumDocument } from 'langium';
import type { Hierarchy } from '@sup/model';
import { CannotRun } from './cannot-run.js';
import type { Plans } from './plans.js';

/** A hierarchy that the arguments name, in whole or by some of its files. */
export interface PlannedHierarchy {
    readonly hierarchy: Hierarchy;
    /** What output calls it: its name, or the file that is a hierarchy of its own. */
    readonly label: string;
    /** Those of its files that the arguments name. */
    readonly documents: readonly LangiumDocument[];
    /** The first of these: its configuration holds. */
    readonly document: LangiumDocument;
}

/** The hierarchies of the files that the arguments name, in the order of their first files. */
export function hierarchiesIn({ services, selected, pathOf }: Plans): readonly PlannedHierarchy[] {
    const { hierarchies } = services.analysis;
    const byKey = new Map<string, LangiumDocument[]>();
    for (const document of selected) {
        const key = hierarchies.keyOf(document);
        const known = byKey.get(key);
        if (known) {
            known.push(document);
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

/** Those that have something to simulate. */
export function simulatedHierarchiesIn(plans: Plans): readonly PlannedHierarchy[] {
    const found = hierarchiesIn(plans).filter(({ hierarchy }) => hierarchy.sites.length > 0);
    if (found.length === 0) {
        throw new CannotRun('there are no sites in these files');
    }
    return found;
}
