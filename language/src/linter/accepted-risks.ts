import { type AstNode, GrammarUtils } from 'langium';
import { FastNode } from '../syntax/fast-parser/nodes.js';
import type * as ast from '../syntax/generated/ast.js';
import { blockOf } from '../syntax/tree/blocks.js';
import { statementAt } from '../analysis/ranges.js';
import type { Finding } from './finding.js';
import type { Permission, Risk } from './risk.js';

export interface RiskPolicy {
    /** Today as `YYYY-MM-DD`. */
    readonly today: string;
    /** Whether a rule's findings may be accepted. */
    mayAllow(ruleId: string): Permission;
    similarTo(ruleId: string): readonly string[];
}

/** Separates the findings in a file into those to show and those that an enclosing `allow` accepts. */
export function acceptRisks(file: ast.SupFile, allows: readonly ast.Allow[], findings: readonly Finding[], policy: RiskPolicy): { shown: readonly Finding[]; risks: readonly Risk[] } {
    if (allows.length === 0) {
        return { shown: findings, risks: [] };
    }
    const silenced = new Map<ast.Allow, Finding[]>(allows.map(allow => [allow, []]));
    const effective = byRuleAndBlock(allows.filter(allow => inertnessOf(allow, policy) === undefined));
    const shown = findings.filter(finding => {
        const allow = allowAround(finding, file, effective.get(finding.rule.id));
        if (allow) {
            silenced.get(allow)!.push(finding);
        }
        return allow === undefined;
    });
    const risks = allows.map(allow => ({
        allow,
        silenced: silenced.get(allow)!,
        inert: inertnessOf(allow, policy),
        similar: () => policy.similarTo(allow.rule ?? '')
    }));
    return { shown, risks };
}

/** If a block has several `allow` statements for one rule, the first one counts. */
function byRuleAndBlock(allows: readonly ast.Allow[]): ReadonlyMap<string, ReadonlyMap<AstNode, ast.Allow>> {
    const byRule = new Map<string, Map<AstNode, ast.Allow>>();
    for (const allow of allows) {
        const byBlock = byRule.get(allow.rule!) ?? new Map<AstNode, ast.Allow>();
        byRule.set(allow.rule!, byBlock.has(blockOf(allow)) ? byBlock : byBlock.set(blockOf(allow), allow));
    }
    return byRule;
}

/** The innermost `allow` that encloses a finding; one at the top level encloses the whole file. */
function allowAround(finding: Finding, file: ast.SupFile, allows: ReadonlyMap<AstNode, ast.Allow> | undefined): ast.Allow | undefined {
    if (!allows) {
        return undefined;
    }
    let node: AstNode | undefined = 'offset' in finding.at ? finding.at.node : statementAt(finding.at);
    for (; node; node = node.$container) {
        const allow = allows.get(node);
        if (allow) {
            return allow;
        }
    }
    return allows.get(file);
}

function inertnessOf(allow: ast.Allow, policy: RiskPolicy): Risk['inert'] {
    if (!allow.rule) {
        return 'no-rule';
    }
    const permission = policy.mayAllow(allow.rule);
    if (permission !== 'yes') {
        return permission;
    }
    if (!allow.because?.trim()) {
        return 'no-reason';
    }
    const saysUntil = allow.until !== undefined || lacksDate(allow);
    if (saysUntil && !isDate(allow.until ?? '')) {
        return 'bad-date';
    }
    return allow.until !== undefined && allow.until < policy.today ? 'ended' : undefined;
}

/** Whether `until` is written without a date. The fast parser reads none of these. */
function lacksDate(allow: ast.Allow): boolean {
    return !(allow instanceof FastNode) && GrammarUtils.findNodeForKeyword(allow.$cstNode, 'until') !== undefined;
}

/** Whether a text is a calendar date, `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
    const [, year, month, day] = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text) ?? [];
    const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
    const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1];
    return days !== undefined && Number(day) >= 1 && Number(day) <= days;
}
