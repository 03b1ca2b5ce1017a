import type { ComparedFinding, FindingsComparison } from '../comparison.js';

/** Which findings a change brings, and which it solves. A finding is the same when it says the same about the same site and server, wherever it stands. */
export function compareFindings(before: readonly ComparedFinding[], after: readonly ComparedFinding[]): FindingsComparison {
    const introduced = without(after, before);
    return { introduced, solved: without(before, after), unchanged: after.length - introduced.length };
}

/** The findings of a list that another does not have, as often as they are more. */
function without(findings: readonly ComparedFinding[], others: readonly ComparedFinding[]): readonly ComparedFinding[] {
    const left = new Map<string, number>();
    others.forEach(finding => left.set(keyOf(finding), (left.get(keyOf(finding)) ?? 0) + 1));
    return findings.filter(finding => {
        const count = left.get(keyOf(finding)) ?? 0;
        left.set(keyOf(finding), count - 1);
        return count <= 0;
    });
}

function keyOf({ rule, severity, site, host, message }: ComparedFinding): string {
    return JSON.stringify([rule, severity, site, host, message]);
}
