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
    summary: 'Everything in a scenario happens and is judged before its end.',
    category: 'scenario',
    reach: 'segment',
    sources: ['The .sup language'],
    messages: {
        event: ({ at, end }: { at: string; end: string }) => ({
            what: `This event is to happen ${at} after the start, but the scenario ends after ${end}.`,
            why: 'What would happen at the end or behind it does not happen.',
            todo: 'Let it happen earlier, or let the scenario last longer.'
        }),
        expectation: ({ at, end }: { at: string; end: string }) => ({
            what: `This speaks of a time ${at} after the start, but the scenario ends after ${end}.`,
            why: 'Behind its end nothing can be judged.',
            todo: 'Name an earlier time, or let the scenario last longer.'
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
                    fixes: () => [...lengthen(scenario, event.at + 1), remove(event)]
                });
            }
            for (const expectation of expectations) {
                const { when } = expectation;
                // `by` the end is judged at the end; `after` it there is nothing left.
                const isPast = (when.kind === 'by' && when.time > end) || (when.kind === 'after' && when.time >= end);
                if (isPast) {
                    context.report('expectation', {
                        at: whenOf(expectation),
                        args: { at: longDurationText(when.time), end: longDurationText(end) },
                        fixes: () => [...lengthen(scenario, when.kind === 'by' ? when.time : when.time + 1), remove(expectation)]
                    });
                }
            }
        }
    }
});

const day = 24 * 60;

/** Whole days, as many as it takes; nothing where a scenario cannot last that long. */
function lengthen(scenario: Scenario, minutes: number): readonly Fix[] {
    const duration = Math.ceil(minutes / day) * day;
    const text = longDurationText(duration);
    return duration > scenarioLimits.minutes ? [] : [{ title: `Let the scenario last ${text}`, edits: [setHead(scenario, 'duration', text)] }];
}

/** The end of the line, from `by` or `after` on. */
function whenOf(expectation: Expectation): TextPlace {
    const sentence = originOf(expectation);
    const at = tokensOf(sentence).map(({ text }) => text === 'by' || text === 'after').lastIndexOf(true);
    const { offset } = spanAt(sentence, at)!;
    return { offset, length: sentence.$cstNode!.end - offset, node: sentence };
}

function remove(element: ScenarioEvent | Expectation): Fix {
    return { title: `Remove ${inCode(originOf(element).$cstNode!.text)}`, edits: [removeStatement(element)] };
}
