import { counted } from '@sup/model';
import type { Change, FindingsComparison, Figure } from './comparison.js';
import { isSame } from './is-same.js';

/** The whole in a sentence: how much changes, what it takes at worst, and whether the plan is better or worse for it. */
export function verdictOf(changes: readonly Change[], findings: FindingsComparison, outcome: readonly Figure[]): string {
    if (isSame({ changes, findings, outcome })) {
        return 'Both mean the same.';
    }
    const { introduced, solved } = findings;
    const own = changes.filter(({ kind }) => kind !== 'consequence');
    const impossible = own.filter(({ cost }) => cost.class === 'impossible').length;
    const again = own.filter(({ cost }) => cost.class === 're-installation').length;
    const errors = introduced.filter(({ severity }) => severity === 'error').length;
    const [better, worse] = [true, false].map(wanted => outcome.some(({ isBetter }) => isBetter === wanted));
    const parts = [
        counted(own.length, 'change'),
        impossible > 0 ? `${impossible} not possible in the product` : '',
        again > 0 ? `${again} only by installing again` : '',
        introduced.length > 0 ? `${counted(introduced.length, 'new problem')}${errors > 0 ? ` (${counted(errors, 'error')})` : ''}` : '',
        solved.length > 0 ? `${counted(solved.length, 'problem')} solved` : '',
        better && worse ? 'simulated, some things are better and some worse' : worse ? 'simulated, it is worse' : better ? 'simulated, it is better' : ''
    ].filter(Boolean);
    return `${parts.join('; ')}.`;
}
