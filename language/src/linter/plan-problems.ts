import type { LangiumDocument } from 'langium';
import type { ModelElement } from '@sup/model';
import type { Location } from 'vscode-languageserver-types';
import { rangeOf } from '../analysis/ranges.js';
import { siteAt } from '../analysis/locations.js';
import { omissionCode } from './diagnostics.js';
import { textOf } from './finding.js';
import type { Severity } from '../config/levels.js';
import type { ShownFinding } from './linter.js';
import { mostSevere } from './most-severe.js';

/** A finding as pictures and reports show it. */
export interface PlanProblem {
    readonly rule: string;
    readonly severity: Severity;
    readonly message: string;
    /** The element of the hierarchy that the finding concerns, if any. */
    readonly element: ModelElement | undefined;
    readonly finding: ShownFinding;
    readonly document: LangiumDocument;
}

/** The number of findings of one file in pictures and reports. */
const maxProblems = 1_000;

/**
 * The most severe findings of a document, each with the element of the hierarchy that it concerns. If there are more, the last problem states how many,
 * at the place of one of them.
 */
export function problemsOf(all: readonly ShownFinding[], document: LangiumDocument): readonly PlanProblem[] {
    const { findings, omission } = mostSevere(all, document, maxProblems);
    const problems = findings.map((finding): PlanProblem => ({
        rule: finding.rule.id, severity: finding.shownAs, message: textOf(finding.message), element: elementOf(finding, document), finding, document
    }));
    return omission === undefined ? problems
        : [...problems, { rule: omissionCode, severity: 'information', message: omission, element: undefined, finding: all.at(-1)!, document }];
}

/** The location of a problem in the text. */
export function placeOf({ finding, document }: PlanProblem): Location {
    return { uri: document.uri.toString(), range: rangeOf(finding.at, document) };
}

/** The element that a finding concerns; for a finding about the text, the site whose block encloses it. */
function elementOf({ at }: ShownFinding, document: LangiumDocument): ModelElement | undefined {
    return 'of' in at && 'element' in at.of ? at.of : siteAt(document, rangeOf(at, document).start);
}
