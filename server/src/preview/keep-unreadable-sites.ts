import { planSegmentsOf } from '@sup/language';
import type { Hierarchy } from '@sup/model';
import { idsOf, mergeScenes, type Scene, type SiteMark } from '@sup/picture';
import type { LangiumDocument } from 'langium';

const keptMark: SiteMark = { kind: 'kept', lines: ['Shown in its last valid state: its text currently has syntax errors.'] };

/** A segment of a file, with the ids of the sites that it declares. */
interface FileSegment {
    readonly text: string;
    readonly ids: readonly string[];
    readonly isUnreadable: boolean;
}

/** The last state of a hierarchy in which all of its text could be parsed: its scene and the segments of its files. */
export interface ReadableState {
    readonly scene: Scene;
    readonly files: ReadonlyMap<string, readonly FileSegment[]>;
}

/** Adds to a scene the sites that were declared where the text cannot be parsed now, because the user is editing them. `files`: those with such text. */
export function keepUnreadableSites(last: ReadableState, now: Scene, files: ReadableState['files']): Scene {
    const unreadable = [...files].flatMap(([file, segments]) => unreadableSites(last.files.get(file) ?? [], segments));
    const present = new Set(now.sites.map(({ id }) => id));
    const lost = new Set(unreadable.filter(id => !present.has(id)));
    return mergeScenes(last.scene, now, id => lost.has(id) ? keptMark : undefined);
}

export function segmentsByFile(documents: readonly LangiumDocument[], hierarchy: Hierarchy): ReadableState['files'] {
    const ids = idsOf(hierarchy);
    return new Map(documents.map(document => [
        document.uri.toString(), planSegmentsOf(document).map(({ text, sites, hasSyntaxErrors }) => ({ text, isUnreadable: hasSyntaxErrors, ids: sites.map(site => ids.of(site)) }))
    ]));
}

/** Sites that are missing between two that are still present, and the text that is there now. */
interface Gap {
    /** The first segment of the gap: that of the preceding site, which may have absorbed the text after it. */
    readonly start: number;
    /** The length of the unreadable text that was there before and belongs to no site. */
    unrelatedLength: number;
    readonly missing: FileSegment[];
}

/** The sites that the unreadable text may declare: those between the same neighbors, provided that this text is about as long as theirs was. */
function unreadableSites(before: readonly FileSegment[], now: readonly FileSegment[]): readonly string[] {
    const gaps = gapsBetween(before, now);
    return gaps.flatMap(({ start, unrelatedLength, missing }, i) => {
        const segments = now.slice(start, gaps[i + 1]?.start ?? now.length);
        let remaining = segments.reduce((sum, { text, isUnreadable }) => isUnreadable ? sum + text.length : sum, -unrelatedLength);
        return missing.flatMap(({ text, ids }) => {
            const isPresent = remaining * 2 >= text.length;
            remaining -= text.length;
            return isPresent ? ids : [];
        });
    });
}

function gapsBetween(before: readonly FileSegment[], now: readonly FileSegment[]): readonly Gap[] {
    const indexOf = new Map(now.flatMap(({ ids }, i) => ids.map(id => [id, i] as const)));
    const readable = new Set(now.flatMap(({ text, isUnreadable }) => isUnreadable ? [] : [text]));
    const gaps: Gap[] = [{ start: 0, unrelatedLength: 0, missing: [] }];
    for (const segment of before) {
        const index = segment.ids.map(id => indexOf.get(id)).find(each => each !== undefined);
        if (index !== undefined) {
            gaps.push({ start: index, unrelatedLength: now[index]!.isUnreadable ? segment.text.length : 0, missing: [] });
        } else if (segment.ids.length > 0) {
            gaps.at(-1)!.missing.push(segment);
        } else if (!readable.has(segment.text)) {
            gaps.at(-1)!.unrelatedLength += segment.text.length;
        }
    }
    return gaps;
}
