import { sourceTextOf } from '@sup/language';
import { counted, durationText, number, type Scenario, visible } from '@sup/model';
import { actionText, judgementText, lastClientText, momentText, type SimulationResult } from '@sup/simulation';

/** The number of events and clients that are named. */
const maxNamed = 20;

/** Describes a run in plain sentences: what happens in it, how clients fare at its end, its expectations, and how long an update takes. */
export function describeRun(label: string, result: SimulationResult): string {
    const { scenario: { title }, duration, isExhausted } = result;
    const name = title === undefined ? `${label} was simulated without events` : `The scenario "${title}" of ${label} was simulated`;
    return `${[
        `${name} for ${durationText(duration)}.${isExhausted ? ' The run was stopped early, because it had too many events.' : ''}`,
        ...eventSentences(result.scenario), ...clientSentences(result), ...expectationSentences(result), ...lastClientText(result)
    ].map(visible).join('\n')}\n`;
}

function eventSentences({ events }: Scenario): readonly string[] {
    const sorted = [...events].sort((a, b) => a.at - b.at);
    const others = sorted.length - maxNamed;
    return [...sorted.slice(0, maxNamed).map(({ at, action }) => `${momentText(at)}: ${actionText(action)}.`), ...others > 0 ? [`${counted(others, 'more event')} ${others === 1 ? 'follows' : 'follow'}.`] : []];
}

function clientSentences({ summary: { groups, sites } }: SimulationResult): readonly string[] {
    const all = groups.reduce((sum, { count }) => sum + count, 0);
    const failing = groups.filter(({ failingClients }) => failingClients > 0);
    const never = groups.filter(({ result, count }) => count > 0 && result === undefined).reduce((sum, { count }) => sum + count, 0);
    const failures = sites.reduce((sum, site) => sum + site.failures, 0);
    const count = failing.reduce((sum, { failingClients }) => sum + failingClients, 0);
    return [
        count === 0 ? `At the end, no scan of the ${counted(all, 'client')} fails.` : `At the end, the scans of ${number(count)} of ${counted(all, 'client')} fail: ${failing.slice(0, maxNamed).map(group => `${number(group.failingClients)} at ${group.site.code}`).join(', ')}.`,
        ...never > 0 ? [`${counted(never, 'client')} ${never === 1 ? 'has' : 'have'} not scanned.`] : [],
        failures === 0 ? 'No synchronization failed.' : `${counted(failures, 'synchronization')} failed.`
    ];
}

function expectationSentences({ judgements }: SimulationResult): readonly string[] {
    return judgements.map(judgement => {
        const found = judgementText(judgement);
        return `${verdictWords[judgement.verdict]}: ${sourceTextOf(judgement.expectation)}.${found === undefined ? '' : ` ${found}`}`;
    });
}

const verdictWords = { held: 'Held', broken: 'Broken', untested: 'Untested' } as const;
