import { type SceneSite, severities } from '@sup/picture';

/** The sites in the order in which they need attention: the most severe problem first, then the number of problems. Others keep their order. */
export function sortedByProblems(sites: readonly SceneSite[]): readonly SceneSite[] {
    const rank = ({ problems: [worst] }: SceneSite): number => worst ? severities.indexOf(worst.severity) : severities.length;
    return [...sites].sort((a, b) => rank(a) - rank(b) || b.problems.length - a.problems.length);
}
