import type { Change } from '@sup/comparison';
import { counted, durationText, number } from '@sup/model';
import type { Interruption, Rollout, ServiceGap, Step } from './rollout.js';

/** A line about a step, with a word for what it is about. */
export interface StepDetail {
    readonly label: 'Before' | 'After' | 'Changes' | 'Work' | 'Interrupts' | 'Until' | 'In between' | 'Undo' | 'Together because';
    readonly text: string;
}

/** The facts of a step for the administrator who makes it, the most important first. */
export function stepDetails(step: Step): readonly StepDetail[] {
    const { changes, preparation, until, undo, interruption, after, warnings, forcedBy } = step;
    const works = [...new Set(changes.map(({ cost }) => cost.source === undefined ? cost.text : `${cost.text} (${cost.source})`))];
    return [
        ...after.map(({ step: first, why, rule, source }): StepDetail => ({
            label: 'After', text: rule === undefined ? `step ${first}. ${why}${source === undefined ? '' : ` (${source})`}` : `step ${first}. Otherwise, ${firstSentence(why)} (${rule})`
        })),
        ...preparation === undefined ? [] : [{ label: 'Before', text: preparation } as const],
        ...changeTexts(changes).map((text): StepDetail => ({ label: 'Changes', text })),
        ...works.map((text): StepDetail => ({ label: 'Work', text })),
        ...interruption ? [{ label: 'Interrupts', text: interruptionText(interruption, step) } as const] : [],
        ...until === undefined ? [] : [{ label: 'Until', text: until } as const],
        ...[...new Set(warnings.map(({ message, rule }) => `${message} (${rule})`))].slice(0, maxWarnings).map((text): StepDetail => ({ label: 'In between', text })),
        ...forcedBy.slice(0, 1).map(({ message, rule }): StepDetail => ({ label: 'Together because', text: `no order of these changes is free of errors: ${message} (${rule})` })),
        { label: 'Undo', text: undo ?? 'It cannot be taken back in place: back up first.' }
    ];
}

/** The fault, without its consequence and its remedy: what to do is the order itself. */
const firstSentence = (message: string): string => message.split(/(?<=\.) (?=[A-Z])/, 1)[0]!;

/** The warnings that a step lists. */
const maxWarnings = 5;

/** The sentences of changes. The same change of several sites or servers is one sentence with all their names. */
function changeTexts(changes: readonly Change[]): readonly string[] {
    const groups = Map.groupBy(changes, ({ sentence, site, host }) => {
        const prefix = `${host ?? site ?? ''}: `;
        return sentence.startsWith(prefix) ? sentence.slice(prefix.length) : sentence;
    });
    return [...groups].map(([text, [first, ...others]]) => others.length === 0 ? first!.sentence : `${[first!, ...others].map(({ site, host }) => host ?? site).join(', ')}: ${text}`);
}

function interruptionText({ of, minutes, source, clients, failedScans }: Interruption, { sites }: Step): string {
    const basis = source === undefined ? 'an assumption' : source;
    const duration = `${durationText(minutes)} (${basis})`;
    if (of === 'management') {
        return `the management of ${sites.length === 1 ? 'the site' : 'each site'}, for ${duration}. Clients scan as before.`;
    }
    const failures = failedScans === undefined ? 'How many of them scan in that time was not simulated.'
        : failedScans === 0 ? 'In a simulation, none of their scans fails in that time.'
            : `In a simulation, the scans of ${number(failedScans)} of them fail in that time, and are tried again.`;
    return `scans of ${counted(clients, 'client')}, for ${duration}${sites.length === 1 ? '' : ' at each site'}. ${failures}`;
}

/** The rollout as a whole, in sentences. */
export function rolloutSummary({ steps, failure, introduced, gaps }: Rollout): readonly string[] {
    return [
        ...introduced.length === 0 ? [] : [`The later plan has ${counted(introduced.length, 'error')} that the earlier one does not have; solve them first: ${introduced[0]!.message} (${introduced[0]!.rule})`],
        steps.length === 0 && !failure ? 'There is nothing to do: the plans differ in nothing that is set in the product.'
            : steps.length === 0 ? 'No order was found.'
                : `${counted(steps.length, 'step')}. After each of them, the hierarchy has no error that neither plan has. Steps that name no other step can be exchanged, or made at the same time.`,
        ...gaps.map(gapText),
        ...failure ? [failure.reason] : []
    ];
}

function gapText({ site, on, clients, fromStep, toStep }: ServiceGap): string {
    return `${counted(clients, 'client')} of ${site} on the ${on === 'internet' ? 'Internet' : 'intranet'} cannot scan from step ${fromStep} until step ${toStep} has ended.`;
}
