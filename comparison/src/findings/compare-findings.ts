import type { ComparedFinding, FindingsComparison } from '../comparison.js';

/**
 * Finds the introduced and the solved findings. Two findings are the same when rule, severity, site, host and message are equal, wherever
 * they are in the text. The findings left after that also match with different messages, because a figure in the message may have changed.
 */
export function compareFindings(before: readonly ComparedFinding[], after: readonly ComparedFinding[]): FindingsComparison {
    const [previous, current] = [without(before, after, textKeyOf), without(after, before, textKeyOf)];
    const introduced = without(current, previous, subjectKeyOf);
    return { introduced, solved: without(previous, current, subjectKeyOf), unchanged: after.length - introduced.length };
}

/** The multiset difference: `findings` without one finding for each with the same key in `others`. */
function without(findings: readonly ComparedFinding[], others: readonly ComparedFinding[], keyOf: (finding: ComparedFinding) => string): readonly ComparedFinding[] {
    const unmatched = new Map<string, number>();
    others.forEach(finding => unmatched.set(keyOf(finding), (unmatched.get(keyOf(finding)) ?? 0) + 1));
    return findings.filter(finding => {
        const count = unmatched.get(keyOf(finding)) ?? 0;
        unmatched.set(keyOf(finding), count - 1);
        return count <= 0;
    });
}

const subjectKeyOf = ({ rule, severity, site, host }: ComparedFinding): string => JSON.stringify([rule, severity, site, host]);

const textKeyOf = (finding: ComparedFinding): string => JSON.stringify([subjectKeyOf(finding), finding.message]);
