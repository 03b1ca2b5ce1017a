import type { Change } from '@sup/comparison';
import { counted, durationText, megabytesText, number } from '@sup/model';
import type { Confidence, Constraint } from './constraint.js';
import type { FullScans, Interruption, Rollout, ServiceGap, Step, TransientWarning } from './rollout.js';

/** A line about a step, with a word for what it is about. */
export interface StepDetail {
    readonly label: 'Prepare' | 'Waits for' | 'Changes' | 'How' | 'Interrupts' | 'Afterwards' | 'Pace' | 'Done when' | 'In the meantime' | 'Way back' | 'Together because';
    readonly text: string;
}

/** The facts of a step for the administrator who makes it, the most important first. */
export function stepDetails(step: Step): readonly StepDetail[] {
    const { kind, changes, preparation, until, undo, interruption, fullScans, pace, after, warnings, forcedBy } = step;
    const made = changes.filter(change => isMade(change, kind));
    const works = [...new Set(made.map(({ cost }) => withSource(cost.text, cost.source)))];
    return [
        ...after.map(({ step: first, why, rule, source, confidence }): StepDetail => ({
            label: 'Waits for', text: rule === undefined ? `step ${first}. ${withSource(why, source, confidence)}` : `step ${first}. Otherwise: ${firstSentence(why)} (${rule})`
        })),
        ...preparation === undefined ? [] : [{ label: 'Prepare', text: preparation } as const],
        ...changeTexts(changes).map((text): StepDetail => ({ label: 'Changes', text })),
        ...works.map((text): StepDetail => ({ label: 'How', text })),
        ...interruption ? [{ label: 'Interrupts', text: interruptionText(interruption, step) } as const] : [],
        ...pace ? [{ label: 'Pace', text: constraintText(pace) } as const] : [],
        ...until === undefined ? [] : [{ label: 'Done when', text: constraintText(until) } as const],
        ...fullScans ? [{ label: 'Afterwards', text: fullScansText(fullScans) } as const] : [],
        ...[...new Set(warnings.map(warningText))].slice(0, maxWarnings).map((text): StepDetail => ({ label: 'In the meantime', text })),
        ...forcedBy.slice(0, 1).map(({ message, rule }): StepDetail => ({ label: 'Together because', text: `no order of these changes is free of errors: ${message} (${rule})` })),
        { label: 'Way back', text: undo ?? 'It cannot be taken back in place, only by restoring the backup from before this step.' }
    ];
}

/** Whether a change is work of its own in a step. The settings of a site that gets a parent lapse, and a site that is installed again has its new ones from the start. */
const isMade = ({ kind: change, subject }: Change, kind: Step['kind']): boolean => kind === 'attach site' ? subject !== 'synchronization'
    : kind !== 'reinstall site' || subject !== 'site' || change === 'moved';

const constraintText = ({ text, source, confidence }: Constraint): string => withSource(text, source, confidence);

/** A text with its source in brackets, and its confidence if that is not high. Brackets in the title of a document become a comma, since they would be nested. */
function withSource(text: string, source: string | undefined, confidence: Confidence = 'high'): string {
    const notes = [source?.replace(/ \(([^()]*)\)/g, ', $1'), confidence === 'high' ? undefined : `${confidence} confidence`].filter(note => note !== undefined);
    return notes.length === 0 ? text : `${text} (${notes.join('; ')})`;
}

/** The fault, without its consequence and its remedy: what to do is the order itself. */
const firstSentence = (message: string): string => message.split(/(?<=\.) (?=[A-Z])/, 1)[0]!;

function warningText({ message, rule, untilStep }: TransientWarning): string {
    return `${untilStep === undefined ? '' : `until step ${untilStep}: `}${firstSentence(message)} (${rule})`;
}

function fullScansText({ clients, first, megabytes, megabytesEach, within, links }: FullScans): string {
    const [slowest] = links;
    const who = first === clients ? `${counted(clients, 'client')} ${clients === 1 ? 'scans' : 'scan'} for the first time`
        : `the next scan of ${counted(clients, 'client')} is a full one, against another WSUS database${first === 0 ? '' : `, or for ${number(first)} of them the first one`}`;
    return [
        `${who}: ${megabytesText(megabytes)} in all within ${durationText(within)}, at ${megabytesText(megabytesEach)} for each client (an assumption).`,
        ...slowest ? [`The link of ${slowest.site} carries ${counted(slowest.clients, 'scan')} of them, which take ${durationText(Math.max(1, slowest.minutes))} of its bandwidth.`] : [],
        ...links.length > 1 ? [`${counted(links.length - 1, 'further link')} ${links.length === 2 ? 'needs' : 'need'} no longer than that.`] : []
    ].join(' ');
}

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
    const duration = withSource(durationText(minutes), source ?? 'an assumption');
    if (of === 'management') {
        return `the management of ${sites.length === 1 ? 'the site' : 'each site'}, for ${duration}. Clients scan as before.`;
    }
    const failures = failedScans === undefined ? 'How many of them scan in that time was not simulated.'
        : failedScans === 0 ? 'In a simulation, none of their scans fails in that time.'
            : failedScans === 1 ? 'In a simulation, the scan of one of them fails in that time, and is tried again.'
                : `In a simulation, the scans of ${number(failedScans)} of them fail in that time, and are tried again.`;
    return `scans of ${counted(clients, 'client')}, for ${duration}${sites.length === 1 ? '' : ' at each site'}. ${failures}`;
}

/** The rollout as a whole, in sentences. */
export function rolloutSummary({ steps, failure, introduced, gaps }: Rollout): readonly string[] {
    return [
        ...failure && steps.length > 0 ? [`The order is incomplete: ${counted(failure.changes.length, 'change')} ${failure.changes.length === 1 ? 'has' : 'have'} no step. ${failure.reason}`] : [],
        ...introduced.length === 0 ? [] : [`The later plan has ${counted(introduced.length, 'error')} that the earlier one does not have; solve them first: ${introduced[0]!.message} (${introduced[0]!.rule})`],
        steps.length === 0 && !failure ? 'There is nothing to do: the plans differ in nothing that is set in the product.'
            : steps.length === 0 ? `No order was found. ${failure!.reason}` : stepsText(steps.length),
        ...interruptionsText(steps),
        ...gaps.map(gapText)
    ];
}

function stepsText(count: number): string {
    return count === 1 ? '1 step. After it, the hierarchy has no error that neither plan has.'
        : `${number(count)} steps. After each of them, the hierarchy has no error that neither plan has. Steps without a reason between them can be exchanged, or made at the same time.`;
}

/** The interruptions of scans: how many there are, and which is the longest for all its clients together. */
function interruptionsText(steps: readonly Step[]): readonly string[] {
    const interrupting = steps.filter(({ interruption }) => interruption?.of === 'scans');
    const clientMinutes = ({ interruption }: Step): number => interruption!.clients * interruption!.minutes;
    const [most] = [...interrupting].sort((a, b) => clientMinutes(b) - clientMinutes(a));
    if (!most) {
        // The clients of a removed site have none until they are assigned to another one.
        return steps.length === 0 || steps.some(({ kind }) => kind === 'remove site') ? [] : ['No step interrupts scans.'];
    }
    const { clients, minutes } = most.interruption!;
    const those = `those of ${counted(clients, 'client')}, for ${durationText(minutes)}${most.sites.length === 1 ? '' : ' at each site'}`;
    return [interrupting.length === 1 ? `Step ${most.number} interrupts scans: ${those}.` : `${number(interrupting.length)} steps interrupt scans, step ${most.number} the most: ${those}.`];
}

function gapText({ site, on, clients, fromStep, toStep }: ServiceGap): string {
    return `${counted(clients, 'client')} of ${site} on the ${on === 'internet' ? 'Internet' : 'intranet'} cannot scan from step ${fromStep} until step ${toStep} has ended.`;
}
