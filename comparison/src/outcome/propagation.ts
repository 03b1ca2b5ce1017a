import { durationText, type Propagation, type PropagationPart, type SimulationResult, type Summary } from '@sup/simulation';
import type { Figure } from '../comparison.js';
import { figure, type Telling } from './figure.js';

const duration: Telling = { text: durationText, isLessBetter: true };

/** The parts of the way of an update to the last client, in their order. */
const parts: Readonly<Record<PropagationPart['kind'], string>> = {
    'schedule': 'until the top site synchronizes on schedule',
    'waiting': 'while sites wait to begin, or to try again',
    'link-window': 'while links are closed',
    'notification': 'while notifications are on their way',
    'synchronization': 'while sites synchronize',
    'policy-and-scan': 'until clients have learned of it and scanned'
};

/** How long it takes until the last client can scan for a new update, and which parts of that time differ. */
export function comparePropagation({ propagation: before, summary: was }: SimulationResult, { propagation: after, summary: is }: SimulationResult): readonly Figure[] {
    const whole = 'Time until the last client can scan for a new update';
    if (before && after) {
        const figures = figure(whole, before.minutes, after.minutes, duration);
        // Where it takes as long by another way, the parts are of no interest.
        return figures.length === 0 ? [] : [
            ...figures,
            ...(Object.keys(parts) as PropagationPart['kind'][]).flatMap(kind => figure(`… of it ${parts[kind]}`, minutesOf(before.parts, kind), minutesOf(after.parts, kind), duration))
        ];
    }
    const [from, to] = [textOf(before, was), textOf(after, is)];
    return from === to ? [] : [{ what: whole, before: from, after: to, isBetter: from === never ? true : to === never ? false : undefined }];
}

const never = 'never, as long as it is simulated';

function textOf(propagation: Propagation | undefined, { groups }: Summary): string {
    return propagation ? durationText(propagation.minutes) : groups.length === 0 ? 'no clients' : never;
}

function minutesOf(all: readonly PropagationPart[], kind: PropagationPart['kind']): number {
    return all.reduce((sum, part) => part.kind === kind ? sum + part.minutes : sum, 0);
}
