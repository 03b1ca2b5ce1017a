import type { TestItem, TestRunRequest } from 'vscode';
import { childrenOf, kindOf } from './scenario-items.js';
import type { ScenarioTree } from './scenario-tree.js';

/** A scenario to run. */
export interface SelectedScenario {
    readonly scenario: TestItem;
    /** The items that need results: the selected expectations, or the scenario itself if it has none. */
    readonly items: ReadonlySet<TestItem>;
}

/** The scenarios that a request selects. A single expectation selects its scenario. Items that no longer exist are left out. */
export function selectionOf(tree: ScenarioTree, { include, exclude }: Pick<TestRunRequest, 'include' | 'exclude'>): SelectedScenario[] {
    const selected = new Map<TestItem, Set<TestItem>>();
    const select = (scenario: TestItem, item: TestItem): void => {
        selected.set(scenario, (selected.get(scenario) ?? new Set()).add(item));
    };
    const visit = (item: TestItem): void => {
        if (exclude?.includes(item)) {
            return;
        }
        if (kindOf(item) === 'expectation') {
            select(item.parent!, item);
            return;
        }
        tree.resolve(item);
        if (kindOf(item) === 'scenario' && item.children.size === 0) {
            select(item, item);
        }
        childrenOf(item).forEach(visit);
    };
    (include ?? childrenOf({ children: tree.controller.items })).filter(item => tree.has(item)).forEach(visit);
    return [...selected].map(([scenario, items]) => ({ scenario, items }));
}
