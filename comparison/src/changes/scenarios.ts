import type { Scenario } from '@sup/model';
import type { Change } from '../comparison.js';
import { costs } from '../facts/costs.js';
import { changeAt, pairByKey, displayName } from './change.js';

/** Compares scenarios, which are identified by their titles. */
export function compareScenarios(before: readonly Scenario[], after: readonly Scenario[]): readonly Change[] {
    return pairByKey(scenariosByTitle(before), scenariosByTitle(after)).flatMap(({ from, to }) => {
        const kind = from === undefined ? 'added' : to === undefined ? 'removed' : 'changed';
        const title = `The scenario “${displayName((to ?? from)![0]!.title ?? '')}”`;
        const sentence = { added: `${title} is added.`, removed: `${title} is removed.`, changed: `${title} changes.` }[kind];
        return from && to && meaningOf(from) === meaningOf(to) ? [] : [changeAt({}, { kind, subject: 'scenario', sentence, cost: costs.planOnly })];
    });
}

const scenariosByTitle = (scenarios: readonly Scenario[]): ReadonlyMap<string, readonly Scenario[]> => Map.groupBy(scenarios, ({ title }) => title ?? '');

/** The content of all scenarios with one title, in a canonical order. Events of the same minute keep their order, because they happen in it. */
function meaningOf(scenarios: readonly Scenario[]): string {
    return scenarios.map(({ events, expectations, ...rest }) => JSON.stringify({
        ...rest, events: [...events].sort((a, b) => a.at - b.at), expectations: expectations.map(each => JSON.stringify(each)).sort()
    })).sort().join('\n');
}
