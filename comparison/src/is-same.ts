import type { Comparison } from './comparison.js';

/** Whether two versions mean the same and have the same outcome. */
export function isSame({ changes, findings: { introduced, solved }, outcome }: Pick<Comparison, 'changes' | 'findings' | 'outcome'>): boolean {
    return [changes, introduced, solved, outcome].every(list => list.length === 0);
}
