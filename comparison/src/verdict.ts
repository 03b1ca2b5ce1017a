import { counted } from '@sup/model';
import type { Change, FindingsComparison, Figure } from './comparison.js';
import { isSame } from './is-same.js';

/** Sums a comparison up in one sentence: how much changes, the highest costs, and whether the plan gets better or worse. */
export function verdictOf(changes: readonly Change[], findings: FindingsComparison, outcome: readonly Figure[]): string {
    if (isSame({ changes, findings, outcome })) {
        return 'Both versions mean the same.';
    }
    const { introduced, solved } = findings;
    const own = changes.filter(({ kind }) => kind !== 'consequence');
    const impossible = own.filter(({ cost }) => cost.class === 'impossible').length;
    const reinstallations = own.filter(({ cost }) => cost.class === 're-installation').length;
    const errors = introduced.filter(({ severity }) => severity === 'error').length;
    const [better, worse] = [true, false].map(wanted => outcome.some(({ isBetter }) => isBetter === wanted));
    const parts = [
        counted(own.length, 'change'),
        impossible > 0 ? `${impossible} not possible in the product` : '',
        reinstallations > 0 ? `${reinstallations} only by reinstallation` : '',
        introduced.length > 0 ? `${counted(introduced.length, 'new problem')}${errors > 0 ? ` (${counted(errors, 'error')})` : ''}` : '',
        solved.length > 0 ? `${counted(solved.length, 'problem')} solved` : '',
        better && worse ? 'some simulated figures get better and some worse' : worse ? 'simulated figures get worse' : better ? 'simulated figures get better' : ''
    ].filter(Boolean);
    return `${parts.join('; ')}.`;
}
