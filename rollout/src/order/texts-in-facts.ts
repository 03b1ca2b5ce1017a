import { memoize, toUpperCaseCode } from '@sup/model';

/** The texts in facts, in upper case: among them the names of other sites and servers. Versions of a site share most of their parts, so the texts of each part are cached. */
export const textsIn = memoize((facts: object): readonly string[] => {
    const values: readonly unknown[] = facts instanceof Map || facts instanceof Set ? [...facts.values()] as unknown[] : Object.values(facts);
    return values.flatMap(value => typeof value === 'string' ? toUpperCaseCode(value) : typeof value === 'object' && value !== null ? textsIn(value) : []);
});
