import type { LangiumDocument } from 'langium';
import type { ModelElement } from '@sup/model';
import type { Location } from 'vscode-languageserver-types';
import { rangeOf } from '../analysis/ranges.js';
import { siteAt } from '../analysis/locations.js';
import { textOf } from './finding.js';
import type { Severity } from '../config/levels.js';
import type { ShownFinding } from './linter.js';

/** A finding as it is shown beside the plan's text: in pictures and reports. */
export interface PlanProblem {
    readonly rule: string;
    readonly severity: Severity;
    readonly message: string;
    /** The part of the hierarchy that it is about, where it is about one. */
    readonly element: ModelElement | undefined;
    readonly finding: ShownFinding;
    readonly document: LangiumDocument;
}

/** The findings of a document, each with the part of the hierarchy that it is about. */
export function problemsOf(findings: readonly ShownFinding[], document: LangiumDocument): readonly PlanProblem[] {
    return findings.map(finding => ({
        rule: finding.rule.id, severity: finding.shownAs, message: textOf(finding.message), element: elementOf(finding, document), finding, document
    }));
}

/** Where a problem stands in the text. */
export function placeOf({ finding, document }: PlanProblem): Location {
    return { uri: document.uri.toString(), range: rangeOf(finding.at, document) };
}

/** What a finding is about; where it is about the text, the site in whose block that stands. */
function elementOf({ at }: ShownFinding, document: LangiumDocument): ModelElement | undefined {
    return 'of' in at && 'element' in at.of ? at.of : siteAt(document, rangeOf(at, document).start);
}
