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

/** The change that adds the `allow` for a finding, in the block that it concerns, otherwise at the top of its file. */
export function acceptRisk(document: LangiumDocument, finding: Finding, risk: AcceptedRisk): Changes {
    const until = risk.until ? ` until ${risk.until}` : '';
    const line = `allow ${finding.rule.id}${until} because ${quoteString(oneLine(risk.reason))}`;
    const block = enclosingBlock('offset' in finding.at ? finding.at.node : statementAt(finding.at));
    if (block) {
        return changesOf([{ kind: 'insert', into: block, lines: [line], where: 'first' }]);
    }
    const start = { line: 0, character: 0 };
    const eol = lineBreakOf(document.textDocument.getText());
    return new Map([[document, [{ range: { start, end: start }, newText: line + eol }]]]);
}

function enclosingBlock(node: AstNode | undefined): ast.Site | ast.Server | ast.Synchronization | ast.Scenario | undefined {
    let current = node;
    while (current && !ast.isSite(current) && !ast.isServer(current) && !ast.isSynchronization(current) && !ast.isScenario(current)) {
        current = current.$container;
    }
    return current;
}

/** Maximum length of a reason, in characters. */
const reasonLimit = 1_000;

/** A reason on one line, without invisible characters. */
function oneLine(reason: string): string {
    return reason.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffd]+/gu, ' ').trim().slice(0, reasonLimit);
}
