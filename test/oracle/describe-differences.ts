import { casesOf } from './cases.js';
import { compare, type Difference } from './clauses.js';
import { shrink } from './shrink.js';

/** Each difference in a line, with a plan that shows it and has no statement that it could do without. */
export async function describeDifferences(differences: readonly Difference[]): Promise<string> {
    const groups = [...Map.groupBy(differences, ({ rule, foundBy }) => `${rule} is found by the ${foundBy} only`)];
    const descriptions = await Promise.all(groups.map(async ([title, group]) => {
        const shortest = group.map(each => each.case.text()).reduce((a, b) => b.length < a.length ? b : a);
        return `${title} in ${group.length} places, such as in\n\n${await shrink(shortest, texts => areDifferent(texts, group[0]!))}`;
    }));
    return descriptions.join('\n\n');
}

async function areDifferent(texts: readonly string[], { rule, foundBy }: Difference): Promise<readonly boolean[]> {
    const cases = await casesOf(texts);
    const { differences } = await compare(cases);
    const different = new Set(differences.filter(each => each.rule === rule && each.foundBy === foundBy).map(each => each.case));
    return cases.map(each => different.has(each));
}
