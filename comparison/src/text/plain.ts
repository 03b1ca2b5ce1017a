import type { Change, ComparedFinding, Comparison } from '../comparison.js';

const signs: Readonly<Record<Change['kind'], string>> = { added: '+', removed: '-', moved: '>', changed: '~', consequence: '=' };

/** A comparison as lines for a terminal. */
export function comparisonLines({ changes, findings, outcome, verdict }: Comparison): readonly string[] {
    const section = (title: string, lines: readonly string[]): readonly string[] => lines.length === 0 ? [] : ['', title, ...lines.map(line => `  ${line}`)];
    return [
        verdict,
        ...section('Changes', changes.filter(({ kind }) => kind !== 'consequence').flatMap(changeLines)),
        ...section('What follows from that', changes.filter(({ kind }) => kind === 'consequence').map(({ sentence }) => `= ${sentence}`)),
        ...section('New problems', findings.introduced.map(findingLine)),
        ...section('Solved problems', findings.solved.map(findingLine)),
        ...section('Simulated outcome', outcome.map(({ what, before, after, isBetter }) => `${what}: ${before} → ${after}${isBetter === undefined ? '' : isBetter ? ' (better)' : ' (worse)'}`))
    ];
}

function changeLines({ kind, sentence, cost }: Change): readonly string[] {
    return [`${signs[kind]} ${sentence}`, ...cost.class === 'none' ? [] : [`    ${cost.class}: ${cost.text}${cost.source === undefined ? '' : ` (${cost.source})`}`]];
}

function findingLine({ severity, rule, site, message }: ComparedFinding): string {
    return `${severity} ${rule}${site === undefined ? '' : ` at ${site}`}: ${message}`;
}
