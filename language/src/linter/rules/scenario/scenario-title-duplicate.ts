import { groupBy, memoize, type Scenario } from '@sup/model';
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
            what: `${count === 2 ? 'Two' : count} scenarios of this hierarchy are called ${inCode(title)}.`,
            why: 'Lists of tests and reports know a scenario by its title, so nobody can tell which of them has failed.',
            todo: 'Say in the title what is different in each.'
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
                    return [{ title: `Call this one ${inCode(free)}`, edits: [setHead(scenario, 'title', quoteString(free))] }];
                }
            });
        }
    }
});

/** A hierarchy may have thousands of scenarios, and each is asked for. */
const byTitle = memoize((scenarios: readonly Scenario[]) => groupBy(scenarios, ({ title }) => title === undefined ? [] : [title]));

/** The title with the first number behind it that no scenario has. */
function freeTitle(title: string, taken: ReadonlyMap<string, unknown>): string {
    let number = 2;
    while (taken.has(`${title} (${number})`)) {
        number++;
    }
    return `${title} (${number})`;
}
