import type { AstNode } from 'langium';
import * as ast from '../generated/ast.js';
import { type Block, blockOf } from '../syntax/blocks.js';
import { statementAt } from '../syntax/ranges.js';
import { walkStatements } from '../syntax/walk.js';
import type { Finding } from './finding.js';

/** One `allow` of a file, and what it does there. */
export interface Risk {
    readonly allow: ast.Allow;
    /** The findings that it keeps silent. */
    readonly silenced: readonly Finding[];
    /** Why it silences nothing although a finding may be there, if so. */
    readonly inert: 'no-rule' | 'unknown-rule' | 'forbidden' | 'no-reason' | 'bad-date' | 'ended' | undefined;
}

export interface RiskPolicy {
    /** The present day, `YYYY-MM-DD`. */
    readonly today: string;
    /** Whether a rule's findings may be accepted at all. */
    mayAllow(ruleId: string): 'yes' | 'unknown-rule' | 'forbidden';
}

/** Parts findings into those to show and those that an `allow` around them accepts. */
export function acceptRisks(file: ast.SupFile, findings: readonly Finding[], policy: RiskPolicy): { shown: readonly Finding[]; risks: readonly Risk[] } {
    const allows = [...walkStatements(file)].filter(ast.isAllow);
    if (allows.length === 0) {
        return { shown: findings, risks: [] };
    }
    const silenced = new Map<ast.Allow, Finding[]>(allows.map(allow => [allow, []]));
    const effective = allows.filter(allow => inertnessOf(allow, policy) === undefined);
    const shown = findings.filter(finding => {
        const around = blocksAround(finding);
        const allow = effective.find(candidate => candidate.rule === finding.rule.id && (around.has(blockOf(candidate)) || ast.isSupFile(candidate.$container)));
        if (allow) {
            silenced.get(allow)!.push(finding);
        }
        return allow === undefined;
    });
    return { shown, risks: allows.map(allow => ({ allow, silenced: silenced.get(allow)!, inert: inertnessOf(allow, policy) })) };
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
    if (allow.until !== undefined && !isDate(allow.until)) {
        return 'bad-date';
    }
    return allow.until !== undefined && allow.until < policy.today ? 'ended' : undefined;
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
    const [, year, month, day] = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text) ?? [];
    const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
    const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1];
    return days !== undefined && Number(day) >= 1 && Number(day) <= days;
}

/** The statement of a finding and all blocks around it. */
function blocksAround(finding: Finding): ReadonlySet<Block | AstNode> {
    const blocks = new Set<AstNode>();
    let node: AstNode | undefined = 'offset' in finding.at ? finding.at.node : statementAt(finding.at);
    for (; node; node = node.$container) {
        blocks.add(node);
    }
    return blocks;
}
