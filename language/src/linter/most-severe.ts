import { number } from '@sup/model';
import type { LangiumDocument } from 'langium';
import { rangeOf } from '../analysis/ranges.js';
import { severities } from '../config/levels.js';
import type { ShownFinding } from './linter.js';

/** The number of findings of one severity whose positions are compared. Findings are in the order of the segments, so later ones come last anyway. */
const maxSorted = 5_000;

/** Some of the findings of a file. */
export interface Selection {
    /** In the order of the text. */
    readonly findings: readonly ShownFinding[];
    /** States how many are left out; undefined if none are. */
    readonly omission: string | undefined;
}

/** The most severe findings of a file, up to a number. */
export function mostSevere(all: readonly ShownFinding[], document: LangiumDocument, limit: number): Selection {
    const bySeverity = Map.groupBy(all, ({ shownAs }) => shownAs);
    const chosen: ShownFinding[] = [];
    for (const severity of severities) {
        const candidates = bySeverity.get(severity) ?? [];
        const fits = chosen.length + candidates.length <= limit;
        chosen.push(...fits ? candidates : inTextOrder(candidates.slice(0, maxSorted), document).slice(0, limit - chosen.length));
    }
    const left = all.reduce((sum, { further }) => sum + 1 + further, 0) - chosen.length;
    return { findings: inTextOrder(chosen, document), omission: left === 0 ? undefined : `${numberLeft(left, !all.some(({ isForMore }) => isForMore))} not shown.` };
}

function numberLeft(left: number, areCounted: boolean): string {
    return !areCounted ? 'More findings in this file than were counted are' : left === 1 ? 'One more finding in this file is' : `${number(left)} more findings in this file are`;
}

function inTextOrder(findings: readonly ShownFinding[], document: LangiumDocument): readonly ShownFinding[] {
    return findings.map(finding => ({ finding, start: rangeOf(finding.at, document).start }))
        .sort((a, b) => a.start.line - b.start.line || a.start.character - b.start.character || (a.finding.rule.id < b.finding.rule.id ? -1 : 1))
        .map(({ finding }) => finding);
}
