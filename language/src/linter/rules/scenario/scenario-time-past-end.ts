import { type Expectation, longDurationText, type Scenario, type ScenarioEvent, scenarioLimits } from '@sup/model';
import { removeStatement, setHead } from '../../edits/edit.js';
import { originOf } from '../../../analysis/projection/origin.js';
import { defineRule, type Fix } from '../../define-rule.js';
import { inCode } from '../../../syntax/tree/characters.js';
import { spanAt, tokensOf } from '../../../syntax/tree/sentences.js';
import type { TextPlace } from '../../../syntax/place.js';

export default defineRule({
    id: 'scenario-time-past-end',
    since: '0.1.0',
    summary: 'Every event and expectation of a scenario is within its duration.',
    category: 'scenario',
    reach: 'segment',
    sources: ['The .sup language'],
    messages: {
        event: ({ at, end }: { at: string; end: string }) => ({
            what: `This event is planned for ${at} after the start, but the scenario ends after ${end}.`,
            why: 'Events at the end or after it do not happen.',
            todo: 'Move the event to an earlier time, or extend the scenario.'
        }),
        expectation: ({ at, end }: { at: string; end: string }) => ({
            what: `This expectation is about a time ${at} after the start, but the scenario ends after ${end}.`,
            why: 'Nothing can be judged after the end of the scenario.',
            todo: 'Name an earlier time, or extend the scenario.'
        })
    },
    fixable: 'suggestion',
    checks: {
        scenario(scenario, context) {
            const { duration, events, expectations } = scenario;
            const end = duration ?? Infinity;
            for (const event of events.filter(({ at }) => at >= end)) {
                context.report('event', {
                    at: { of: event, part: 'time' },
                    args: { at: longDurationText(event.at), end: longDurationText(end) },
                    fixes: () => [...extend(scenario, event.at + 1), remove(event)]
                });
            }
            for (const expectation of expectations) {
                const { when } = expectation;
                // An expectation `by` the end can be judged at the end; one `after` the end cannot.
                const isPast = (when.kind === 'by' && when.time > end) || (when.kind === 'after' && when.time >= end);
                if (isPast) {
                    context.report('expectation', {
                        at: placeOfTime(expectation),
                        args: { at: longDurationText(when.time), end: longDurationText(end) },
                        fixes: () => [...extend(scenario, when.kind === 'by' ? when.time : when.time + 1), remove(expectation)]
                    });
                }
            }
        }
    }
});

const day = 24 * 60;

/** A fix that extends the scenario to as many whole days as needed, unless a scenario cannot last that long. */
function extend(scenario: Scenario, minutes: number): readonly Fix[] {
    const duration = Math.ceil(minutes / day) * day;
    const text = longDurationText(duration);
    return duration > scenarioLimits.minutes ? [] : [{ title: `Extend the scenario to ${text}`, edits: [setHead(scenario, 'duration', text)] }];
}

/** The place of the end of the line, from `by` or `after` on. */
function placeOfTime(expectation: Expectation): TextPlace {
    const sentence = originOf(expectation);
    const at = tokensOf(sentence).map(({ text }) => text === 'by' || text === 'after').lastIndexOf(true);
    const { offset } = spanAt(sentence, at)!;
    return { offset, length: sentence.$cstNode!.end - offset, node: sentence };
}

function remove(element: ScenarioEvent | Expectation): Fix {
    return { title: `Remove ${inCode(originOf(element).$cstNode!.text)}`, edits: [removeStatement(element)] };
}
