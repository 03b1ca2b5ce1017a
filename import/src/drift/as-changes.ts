import type { Change, ChangeKind } from '@sup/comparison';
import { type Difference, isModelElement } from '@sup/language';
import { type ModelElement, ownerOf } from '@sup/model';

/** A difference with its message. */
export interface StatedDifference {
    readonly difference: Difference;
    readonly sentence: string;
}

/** Differences as changes from the real hierarchy to the plan, for a picture that shows both. */
export function differencesAsChanges(stated: readonly StatedDifference[]): readonly Change[] {
    return stated.flatMap(({ difference: { kind, at, unplanned, planned, found }, sentence }) => {
        const element = unplanned ?? at.of;
        const place = isModelElement(element) ? { subject: subjectOf(element, at.part), owner: ownerOf(element) } : undefined;
        return place?.owner ? [{
            kind: at.part === 'parents' ? 'moved' : kinds[kind], subject: place.subject, site: place.owner.site.code, host: place.owner.host?.name, sentence,
            from: found, to: planned, cost: { class: 'none', text: '', source: undefined }
        }] : [];
    });
}

const kinds: Readonly<Record<Difference['kind'], ChangeKind>> = { differs: 'changed', moved: 'moved', notPlanned: 'removed', notFound: 'added', notYetFound: 'added' };

function subjectOf(element: ModelElement, part: string | undefined): Change['subject'] {
    switch (element.element) {
        case 'site': return part === 'clients' || part === 'link' ? part : 'site';
        case 'server':
        case 'cluster':
        case 'wsus':
        case 'synchronization': return element.element;
        default: return 'update-point';
    }
}
