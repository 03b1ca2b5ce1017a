import { number } from '@sup/model';
import type { LangiumDocument } from 'langium';
import type { Position } from 'vscode-languageserver-types';
import { rangeOf } from '../analysis/ranges.js';
import { severities } from '../config/levels.js';
import { type ChunkedWork, finish } from '../syntax/chunked-work.js';
import type { ShownFinding } from './linter.js';

/** The number of findings of one severity whose positions are compared. Findings are in the order of the segments, so later ones come last anyway. */
const maxSorted = 5_000;

/** The number of findings whose positions are computed between two yields. */
const positionsOfChunk = 50;

/** Some of the findings of a file. */
export interface Selection {
    /** In the order of the text. */
    readonly findings: readonly ShownFinding[];
    /** States how many are left out; undefined if none are. */
    readonly omission: string | undefined;
}

/** The most severe findings of a file, up to a number. */
export function mostSevere(all: readonly ShownFinding[], document: LangiumDocument, limit: number): Selection {
    return finish(mostSevereInChunks(all, document, limit));
}

/** Like {@link mostSevere}, but yields in between: the positions of thousands of findings take long to compute. */
export function* mostSevereInChunks(all: readonly ShownFinding[], document: LangiumDocument, limit: number): ChunkedWork<Selection> {
    const bySeverity = Map.groupBy(all, ({ shownAs }) => shownAs);
    const chosen: ShownFinding[] = [];
    for (const severity of severities) {
        const candidates = bySeverity.get(severity) ?? [];
        const fits = chosen.length + candidates.length <= limit;
        chosen.push(...fits ? candidates : (yield* inTextOrder(candidates.slice(0, maxSorted), document)).slice(0, limit - chosen.length));
    }
    const left = all.reduce((sum, { further }) => sum + 1 + further, 0) - chosen.length;
    return { findings: yield* inTextOrder(chosen, document), omission: left === 0 ? undefined : `${numberLeft(left, !all.some(({ isForMore }) => isForMore))} not shown.` };
}

function numberLeft(left: number, areCounted: boolean): string {
    return !areCounted ? 'More findings in this file than were counted are' : left === 1 ? 'One more finding in this file is' : `${number(left)} more findings in this file are`;
}

function* inTextOrder(findings: readonly ShownFinding[], document: LangiumDocument): ChunkedWork<readonly ShownFinding[]> {
    const placed: { readonly finding: ShownFinding; readonly start: Position }[] = [];
    for (const finding of findings) {
        placed.push({ finding, start: rangeOf(finding.at, document).start });
        if (placed.length % positionsOfChunk === 0) {
            yield;
        }
    }
    return placed
        .sort((a, b) => a.start.line - b.start.line || a.start.character - b.start.character || (a.finding.rule.id < b.finding.rule.id ? -1 : 1))
        .map(({ finding }) => finding);
}
