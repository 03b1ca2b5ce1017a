import { capital, longDurationText, type Scenario, scenarioLimits } from '@sup/model';
import { setHead } from '../../edits/edit.js';
import { likelyValues } from '../../edits/fix-value.js';
import * as ast from '../../../syntax/generated/ast.js';
import { quoteString } from '../../../syntax/parser/value-converter.js';
import { durationOf } from '../../../syntax/phrases/times.js';
import { readLength } from '../../../analysis/projection/project-scenarios.js';
import { defineRule } from '../../define-rule.js';
import { membersOf } from '../../../syntax/tree/blocks.js';
import { inCode } from '../../../syntax/tree/characters.js';
import { describe } from '../../../syntax/tree/describe.js';
import { readEvent } from '../../../syntax/tree/read-sentences.js';

const length = durationOf(1);

const day = 24 * 60;
const week = 7 * day;

export default defineRule({
    id: 'scenario-incomplete',
    since: '0.1.0',
    summary: 'A scenario has a title and a duration.',
    category: 'language',
    reach: 'name',
    sources: ['The .sup language'],
    messages: {
        noTitle: () => ({
            what: 'This scenario has no title.',
            why: 'Test lists and reports identify a scenario by its title.',
            todo: 'Write a title in quotes after `scenario`.'
        }),
        noDuration: ({ scenario }: { scenario: string }) => ({
            what: `${scenario} has no duration.`,
            why: 'A scenario without an end cannot be run, and its expectations cannot be judged.',
            todo: 'Write a duration after the title, such as `for 7 days`.'
        }),
        badDuration: ({ words }: { words: string }) => ({
            what: `${inCode(words)} is not a valid duration.`,
            why: 'A scenario without an end cannot be run, and its expectations cannot be judged.',
            todo: `Write ${length.expected}.`
        })
    },
    fixable: 'suggestion',
    checks: {
        statement(statement, context) {
            // Surplus words are probably the missing part; `surplus-word` reports them.
            if (!ast.isScenario(statement) || statement.surplus.length > 0) {
                return;
            }
            if (!statement.title?.trim()) {
                context.report('noTitle', {
                    at: { of: statement },
                    args: undefined,
                    fixes: () => {
                        const title = quoteString(freeTitle(context.scenarios));
                        return [{ title: `Set the title to ${title}`, edits: [setHead(statement, 'title', title)] }];
                    }
                });
            }
            const words = statement.duration.join(' ');
            if (readLength(statement) === undefined) {
                context.report(words === '' ? 'noDuration' : 'badDuration', {
                    at: { of: statement, part: 'duration' },
                    args: { words, scenario: statement.title?.trim() ? capital(describe(statement)) : 'This scenario' },
                    fixes: () => [...new Set([...likelyValues(length, words), longDurationText(lengthFor(statement))])].map(duration => ({
                        title: `Set the duration to ${inCode(duration)}`,
                        edits: [setHead(statement, 'duration', duration)]
                    }))
                });
            }
        }
    }
});

function freeTitle(scenarios: readonly Scenario[]): string {
    const taken = new Set(scenarios.map(({ title }) => title));
    let number = 1;
    while (taken.has(`Scenario ${number}`)) {
        number++;
    }
    return `Scenario ${number}`;
}

/** The suggested duration in minutes: one week, or as many whole days as the events need. */
function lengthFor(scenario: ast.Scenario): number {
    const times = membersOf(scenario).filter(ast.isScenarioEvent).map(event => readEvent(event).value?.at ?? 0);
    const latest = times.reduce((a, b) => Math.max(a, b), 0);
    return Math.min(Math.max(week, (Math.floor(latest / day) + 1) * day), scenarioLimits.minutes);
}
