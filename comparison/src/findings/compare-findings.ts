import type { ComparedFinding, FindingsComparison } from '../comparison.js';

/**
 * Which findings a change brings, and which it solves. A finding is the same when it says the same about the same site and server,
 * wherever it stands; of those that are left, also when only its words are others, because a figure in them is.
 */
export function compareFindings(before: readonly ComparedFinding[], after: readonly ComparedFinding[]): FindingsComparison {
    const [former, present] = [without(before, after, wordsOf), without(after, before, wordsOf)];
    const introduced = without(present, former, subjectOf);
    return { introduced, solved: without(former, present, subjectOf), unchanged: after.length - introduced.length };
}

/** The findings of a list that another does not have, as often as they are more. */
function without(findings: readonly ComparedFinding[], others: readonly ComparedFinding[], keyOf: (finding: ComparedFinding) => string): readonly ComparedFinding[] {
    const left = new Map<string, number>();
    others.forEach(finding => left.set(keyOf(finding), (left.get(keyOf(finding)) ?? 0) + 1));
    return findings.filter(finding => {
        const count = left.get(keyOf(finding)) ?? 0;
        left.set(keyOf(finding), count - 1);
        return count <= 0;
    });
}

const subjectOf = ({ rule, severity, site, host }: ComparedFinding): string => JSON.stringify([rule, severity, site, host]);

const wordsOf = (finding: ComparedFinding): string => JSON.stringify([subjectOf(finding), finding.message]);
