import { counted, durationText, number } from '@sup/model';
import type { RolloutStep } from '@sup/protocol/preview';

/** Whom a step interrupts and for how long, in a few words: `1,000 clients cannot scan for 2h; about 13 scans fail`. */
export function interruptionWords({ interruption }: RolloutStep): string {
    if (!interruption) {
        return 'No interruption';
    }
    const { of, clients, minutes, failedScans } = interruption;
    if (of === 'management') {
        return `No management for ${durationText(minutes)}; clients scan`;
    }
    const failures = failedScans === undefined ? 'failed scans not simulated' : failedScans === 0 ? 'no scan fails in a simulation' : `about ${number(failedScans)} ${failedScans === 1 ? 'scan fails' : 'scans fail'}`;
    return `${counted(clients, 'client')} cannot scan for ${durationText(minutes)}; ${failures}`;
}

/** A step for screen readers, when it is shown. */
export function stepSentence(step: RolloutStep | undefined, count: number): string {
    return step ? `Step ${number(step.number)} of ${number(count)}: ${step.title}. ${interruptionWords(step)}.` : `Before the first of ${counted(count, 'step')}.`;
}
