import { AstUtils, type LangiumDocument } from 'langium';
import type { Location } from 'vscode-languageserver-types';
import { ownerOf } from '@sup/model';
import { rangeOf, statementAt } from '../../analysis/ranges.js';
import { isModelElement, type Place, type TextPlace } from '../../syntax/place.js';
import { printable } from '../../syntax/tree/characters.js';
import type { Severity } from '../../config/levels.js';
import type * as ast from '../../syntax/generated/ast.js';
import type { Message } from '../define-rule.js';
import type { CheckResult, ShownFinding } from '../linter.js';
import type { Fact } from './fact.js';

/** A finding, and how it follows from the plan and the product. */
export interface Explanation {
    readonly rule: string;
    readonly message: Message;
    readonly severity: Severity;
    /** The severity without settings, if it differs. */
    readonly severityByDefault: Severity | undefined;
    /** The reason why the severity differs from that of the rule's category. */
    readonly severityReason: string | undefined;
    readonly location: Location;
    /** The accepted risk, if an `allow` suppresses the finding. */
    readonly accepted: Acceptance | undefined;
    /** The facts from which the finding follows, in order. */
    readonly steps: readonly Step[];
    /** The titles of the fixes. */
    readonly fixes: readonly string[];
    readonly sources: readonly string[];
}

export interface Acceptance {
    readonly reason: string;
    /** The last day, as `YYYY-MM-DD`; undefined if it does not end. */
    readonly until: string | undefined;
    readonly location: Location;
}

export interface Step {
    readonly text: string;
    readonly location: Location | undefined;
    /** The line of the plan at the location. */
    readonly quote: string | undefined;
    /** The title of the document that states the fact. */
    readonly source: string | undefined;
}

/** Explains a finding of any rule: by the facts that its rule names, otherwise by those that every finding has. `allow` suppresses it, if given. */
export function explain(finding: ShownFinding, document: LangiumDocument, allow?: ast.Allow): Explanation {
    const { rule, message, messageId, severity, shownAs } = finding;
    return {
        rule: rule.id,
        message: { what: printable(message.what), why: printable(message.why), todo: printable(message.todo) },
        severity: shownAs,
        severityByDefault: severity === shownAs ? undefined : severity,
        severityReason: rule.severities?.[messageId]?.because,
        location: { uri: document.uri.toString(), range: rangeOf(finding.at, document) },
        accepted: allow && acceptanceOf(allow, document),
        steps: withoutRepetition(finding.because() ?? commonFacts(finding)).map(fact => stepOf(fact, document)),
        fixes: finding.fixes().map(fix => printable(fix.title)),
        sources: rule.sources
    };
}

/** Explains the findings of a document that its accepted risks suppress. */
export function explainAccepted({ risks }: CheckResult, document: LangiumDocument): readonly Explanation[] {
    return risks.flatMap(({ allow, silenced }) => silenced.map(finding => explain(finding, document, allow)));
}

function acceptanceOf(allow: ast.Allow, document: LangiumDocument): Acceptance {
    return { reason: printable(allow.because ?? ''), until: allow.until, location: { uri: document.uri.toString(), range: rangeOf({ of: allow }, document) } };
}

/** Two chains of facts may have a part in common, such as the sites above two others. */
function withoutRepetition(facts: readonly Fact[]): readonly Fact[] {
    return [...new Map(facts.map(fact => [fact.text, fact])).values()];
}

function commonFacts({ at, related }: ShownFinding): readonly Fact[] {
    return [
        { text: `The problem is in ${subjectOf(at)}.`, at },
        ...related.map(({ message: text, ...place }) => ({ text: /[.?!]$/.test(text) ? text : `${text}.`, at: place }))
    ];
}

/** The site or the server that a place belongs to, in words. */
function subjectOf(at: Place | TextPlace): string {
    const owner = 'of' in at && isModelElement(at.of) ? ownerOf(at.of) : undefined;
    if (!owner) {
        return 'this text';
    }
    const site = `site ${owner.site.code}`;
    return owner.host ? `${owner.host.element} ${owner.host.name} of ${site}` : site;
}

function stepOf({ text, at, source }: Fact, document: LangiumDocument): Step {
    const where = at && ('of' in at ? AstUtils.getDocument(statementAt(at)) : document);
    const range = at && where && rangeOf(at, where);
    return {
        text: printable(text),
        location: range && { uri: where.uri.toString(), range },
        quote: range && printable(lineOf(where, range.start.line)),
        source
    };
}

/** Longer lines are cut. */
const maxQuoteLength = 100;

function lineOf({ textDocument }: LangiumDocument, line: number): string {
    const text = textDocument.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } }).trim();
    return text.length > maxQuoteLength ? `${text.slice(0, maxQuoteLength)}…` : text;
}
