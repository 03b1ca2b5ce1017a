import type { Scenario } from '@sup/model';
import type { Change } from '../comparison.js';
import { costs } from '../facts/costs.js';
import { changeAt, matched, name } from './change.js';

/** Which scenarios say something else. They go by their titles. */
export function compareScenarios(before: readonly Scenario[], after: readonly Scenario[]): readonly Change[] {
    return matched(scenariosByTitle(before), scenariosByTitle(after)).flatMap(({ from, to }) => {
        const kind = from === undefined ? 'added' : to === undefined ? 'removed' : 'changed';
        const title = `The scenario “${name((to ?? from)![0]!.title ?? '')}”`;
        const sentence = { added: `${title} comes.`, removed: `${title} goes.`, changed: `${title} says something else.` }[kind];
        return from && to && meaningOf(from) === meaningOf(to) ? [] : [changeAt({}, { kind, subject: 'scenario', sentence, cost: costs.planOnly })];
    });
}

const scenariosByTitle = (scenarios: readonly Scenario[]): ReadonlyMap<string, readonly Scenario[]> => Map.groupBy(scenarios, ({ title }) => title ?? '');

/** All that scenarios of one title say, whatever stands first; events of one minute happen in their order. */
function meaningOf(scenarios: readonly Scenario[]): string {
    return scenarios.map(({ events, expectations, ...rest }) => JSON.stringify({
        ...rest, events: [...events].sort((a, b) => a.at - b.at), expectations: expectations.map(each => JSON.stringify(each)).sort()
    })).sort().join('\n');
}
