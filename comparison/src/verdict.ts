import type { Change, FindingsComparison, Figure } from './comparison.js';

/** The whole in a sentence: how much changes, what it takes at worst, and whether the plan is better or worse for it. */
export function verdictOf(changes: readonly Change[], { introduced, solved }: FindingsComparison, outcome: readonly Figure[]): string {
    if (changes.length === 0 && introduced.length === 0 && solved.length === 0) {
        return 'Both mean the same.';
    }
    const own = changes.filter(({ kind }) => kind !== 'consequence');
    const hard = own.filter(({ cost }) => cost.class === 'impossible' || cost.class === 're-installation');
    const errors = introduced.filter(({ severity }) => severity === 'error');
    const parts = [
        counted(own.length, 'change'),
        hard.length > 0 ? `${hard.length} of them not possible in place` : '',
        introduced.length > 0 ? `${counted(introduced.length, 'new problem')}${errors.length > 0 ? `, ${counted(errors.length, 'error')} among them` : ''}` : '',
        solved.length > 0 ? `${counted(solved.length, 'problem')} solved` : '',
        outcome.some(({ isBetter }) => isBetter === false) ? 'something takes longer or fails more often' : ''
    ].filter(Boolean);
    return `${parts.join('; ')}.`;
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
