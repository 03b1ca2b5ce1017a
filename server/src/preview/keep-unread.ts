import { piecesOf } from '@sup/language';
import type { Hierarchy } from '@sup/model';
import { idsOf, mergeScenes, type Scene, type SiteMark } from '@sup/picture';
import type { LangiumDocument } from 'langium';

const kept: SiteMark = { kind: 'kept', lines: ['It is shown as it was before: the text that says it cannot be read at present.'] };

/** A piece of a file, and the sites that it says, by their ids. */
interface Piece {
    readonly text: string;
    readonly ids: readonly string[];
    readonly isUnread: boolean;
}

/** A hierarchy when all of its text could be read: what was to be seen, and which file said it, piece by piece. */
export interface Sound {
    readonly scene: Scene;
    readonly files: ReadonlyMap<string, readonly Piece[]>;
}

export function soundOf(scene: Scene, documents: readonly LangiumDocument[], hierarchy: Hierarchy): Sound {
    return { scene, files: piecesByFile(documents, hierarchy) };
}

/** A scene with the sites that stood where there is something now that cannot be read: somebody is at work on them. */
export function keepUnread(sound: Sound, now: Scene, documents: readonly LangiumDocument[], hierarchy: Hierarchy): Scene {
    const unread = [...piecesByFile(documents, hierarchy)].flatMap(([file, pieces]) => unreadSites(sound.files.get(file) ?? [], pieces));
    const here = new Set(now.sites.map(({ id }) => id));
    const lost = new Set(unread.filter(id => !here.has(id)));
    return mergeScenes(sound.scene, now, id => lost.has(id) ? kept : undefined);
}

function piecesByFile(documents: readonly LangiumDocument[], hierarchy: Hierarchy): Sound['files'] {
    const ids = idsOf(hierarchy);
    return new Map(documents.map(document => [
        document.uri.toString(), piecesOf(document).map(({ text, sites, isUnread }) => ({ text, isUnread, ids: sites.map(site => ids.of(site)) }))
    ]));
}

/** Sites that are gone between two that are still there, and what stands there now. */
interface Gap {
    /** The first piece of the gap: that of the site before, which may have swallowed what follows. */
    readonly start: number;
    /** How much of what cannot be read there was there before, and is none of the sites. */
    other: number;
    readonly missing: Piece[];
}

/** The sites that may be what cannot be read: those between the same neighbours, as far as there is about as much text as they had. */
function unreadSites(before: readonly Piece[], now: readonly Piece[]): readonly string[] {
    const gaps = gapsBetween(before, now);
    return gaps.flatMap(({ start, other, missing }, i) => {
        const stretch = now.slice(start, gaps[i + 1]?.start ?? now.length);
        let left = stretch.reduce((sum, { text, isUnread }) => isUnread ? sum + text.length : sum, -other);
        return missing.flatMap(({ text, ids }) => {
            const isThere = left * 2 >= text.length;
            left -= text.length;
            return isThere ? ids : [];
        });
    });
}

function gapsBetween(before: readonly Piece[], now: readonly Piece[]): readonly Gap[] {
    const placeOf = new Map(now.flatMap(({ ids }, i) => ids.map(id => [id, i] as const)));
    const readable = new Set(now.flatMap(({ text, isUnread }) => isUnread ? [] : [text]));
    const gaps: Gap[] = [{ start: 0, other: 0, missing: [] }];
    for (const piece of before) {
        const place = piece.ids.map(id => placeOf.get(id)).find(each => each !== undefined);
        if (place !== undefined) {
            gaps.push({ start: place, other: now[place]!.isUnread ? piece.text.length : 0, missing: [] });
        } else if (piece.ids.length > 0) {
            gaps.at(-1)!.missing.push(piece);
        } else if (!readable.has(piece.text)) {
            gaps.at(-1)!.other += piece.text.length;
        }
    }
    return gaps;
}
