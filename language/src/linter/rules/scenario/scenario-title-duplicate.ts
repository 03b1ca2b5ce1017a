import { groupBy, memoize, number, type Scenario } from '@sup/model';
import { setHead } from '../../edits/edit.js';
import { quoteString } from '../../../syntax/parser/value-converter.js';
import { defineRule } from '../../define-rule.js';
import { inCode } from '../../../syntax/tree/characters.js';

export default defineRule({
    id: 'scenario-title-duplicate',
    since: '0.1.0',
    summary: 'No two scenarios of a hierarchy have the same title.',
    category: 'scenario',
    reach: 'name',
    sources: ['The .sup language'],
    messages: {
        shared: ({ title, count }: { title: string; count: number }) => ({
            what: `${count === 2 ? 'Two' : number(count)} scenarios of this hierarchy have the title ${inCode(title)}.`,
            why: 'Test lists and reports identify a scenario by its title, so they cannot show which of these has failed.',
            todo: 'Give each scenario a title that says what is different in it.'
        })
    },
    fixable: 'suggestion',
    checks: {
        scenario(scenario, context) {
            const { title } = scenario;
            const same = title?.trim() ? byTitle(context.scenarios).get(title) ?? [] : [];
            if (title === undefined || same.length < 2) {
                return;
            }
            const others = scenario === same[0] ? same.slice(1) : same.slice(0, 1);
            context.report('shared', {
                at: { of: scenario, part: 'title' },
                args: { title, count: same.length },
                related: others.map(other => ({ of: other, part: 'title', message: 'This scenario has the same title' })),
                fixes: () => {
                    const free = freeTitle(title, byTitle(context.scenarios));
                    return [{ title: `Change this title to ${inCode(free)}`, edits: [setHead(scenario, 'title', quoteString(free))] }];
                }
            });
        }
    }
});

/** Memoized, because a hierarchy may have thousands of scenarios and the rule checks each of them. */
const byTitle = memoize((scenarios: readonly Scenario[]) => groupBy(scenarios, ({ title }) => title === undefined ? [] : [title]));

/** The title followed by the first number that makes it unique. */
function freeTitle(title: string, taken: ReadonlyMap<string, unknown>): string {
    let suffix = 2;
    while (taken.has(`${title} (${suffix})`)) {
        suffix++;
    }
    return `${title} (${suffix})`;
}
