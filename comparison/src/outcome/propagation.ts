import { durationText, type Propagation, type PropagationPart, type SimulationResult, type Summary } from '@sup/simulation';
import type { Figure } from '../comparison.js';
import { compareFigure, type FigureFormat } from './figure.js';

const duration: FigureFormat = { text: durationText, isLessBetter: true };

/** The phases of the propagation of an update to the last client, in their order. */
const partLabels: Readonly<Record<PropagationPart['kind'], string>> = {
    'schedule': 'until the top site synchronizes on schedule',
    'waiting': 'while sites wait to begin, or to try again',
    'link-window': 'while links are closed',
    'notification': 'while notifications are on their way',
    'synchronization': 'while sites synchronize',
    'policy-and-scan': 'until clients have received the policy and scanned'
};

/** How long it takes until the last client can scan for a new update, and which parts of that time differ. */
export function comparePropagation({ propagation: before, summary: was }: SimulationResult, { propagation: after, summary: is }: SimulationResult): readonly Figure[] {
    const totalLabel = 'Time until the last client can scan for a new update';
    if (before && after) {
        const figures = compareFigure(totalLabel, before.minutes, after.minutes, duration);
        // If the total is the same, differences between the phases do not matter.
        return figures.length === 0 ? [] : [
            ...figures,
            ...(Object.keys(partLabels) as PropagationPart['kind'][]).flatMap(kind => compareFigure(`… of which ${partLabels[kind]}`, minutesOf(before.parts, kind), minutesOf(after.parts, kind), duration))
        ];
    }
    const [from, to] = [textOf(before, was), textOf(after, is)];
    return from === to ? [] : [{ what: totalLabel, before: from, after: to, isBetter: from === never ? true : to === never ? false : undefined }];
}

const never = 'never within the simulated time';

function textOf(propagation: Propagation | undefined, { groups }: Summary): string {
    return propagation ? durationText(propagation.minutes) : groups.length === 0 ? 'no clients' : never;
}

function minutesOf(all: readonly PropagationPart[], kind: PropagationPart['kind']): number {
    return all.reduce((sum, part) => part.kind === kind ? sum + part.minutes : sum, 0);
}
