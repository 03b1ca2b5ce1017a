import type { LangiumDocument } from 'langium';
import type { ModelElement } from '@sup/model';
import type { Location } from 'vscode-languageserver-types';
import { rangeOf } from '../analysis/ranges.js';
import { siteAt } from '../analysis/locations.js';
import { textOf } from './finding.js';
import type { Severity } from '../config/levels.js';
import type { ShownFinding } from './linter.js';

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

/** The findings of a document, each with the element of the hierarchy that it concerns. */
export function problemsOf(findings: readonly ShownFinding[], document: LangiumDocument): readonly PlanProblem[] {
    return findings.map(finding => ({
        rule: finding.rule.id, severity: finding.shownAs, message: textOf(finding.message), element: elementOf(finding, document), finding, document
    }));
}

/** The location of a problem in the text. */
export function placeOf({ finding, document }: PlanProblem): Location {
    return { uri: document.uri.toString(), range: rangeOf(finding.at, document) };
}

/** The element that a finding concerns; for a finding about the text, the site whose block encloses it. */
function elementOf({ at }: ShownFinding, document: LangiumDocument): ModelElement | undefined {
    return 'of' in at && 'element' in at.of ? at.of : siteAt(document, rangeOf(at, document).start);
}
