import type { AstNode, LangiumDocument } from 'langium';
import { type Changes, changesOf } from '../linter/edits/combine.js';
import { lineBreakOf } from '../syntax/layout.js';
import * as ast from '../syntax/generated/ast.js';
import { quoteString } from '../syntax/parser/value-converter.js';
import type { Finding } from '../linter/finding.js';
import { statementAt } from '../analysis/ranges.js';

export interface AcceptedRisk {
    readonly reason: string;
    /** `YYYY-MM-DD` */
    readonly until?: string | undefined;
}

/** Writes the `allow` that accepts a finding, in the block that it concerns, else at the top of its file. */
export function acceptRisk(document: LangiumDocument, finding: Finding, risk: AcceptedRisk): Changes {
    const until = risk.until ? ` until ${risk.until}` : '';
    const line = `allow ${finding.rule.id}${until} because ${quoteString(oneLine(risk.reason))}`;
    const block = concernedBlock('offset' in finding.at ? finding.at.node : statementAt(finding.at));
    if (block) {
        return changesOf([{ kind: 'insert', into: block, lines: [line], where: 'first' }]);
    }
    const start = { line: 0, character: 0 };
    const eol = lineBreakOf(document.textDocument.getText());
    return new Map([[document, [{ range: { start, end: start }, newText: line + eol }]]]);
}

function concernedBlock(node: AstNode | undefined): ast.Site | ast.Server | ast.Synchronization | ast.Scenario | undefined {
    let current = node;
    while (current && !ast.isSite(current) && !ast.isServer(current) && !ast.isSynchronization(current) && !ast.isScenario(current)) {
        current = current.$container;
    }
    return current;
}

/** The most characters of a reason that are written: it is a note for a reader, not a document. */
const reasonLimit = 1_000;

/** A reason as it can stand in a plan: on one line, without characters that cannot be seen. */
function oneLine(reason: string): string {
    return reason.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffd]+/gu, ' ').trim().slice(0, reasonLimit);
}
