import { type Range, type TestController, type TestItem, type TestItemCollection, type Uri } from 'vscode';
import type { ScenarioTarget } from '@sup/protocol/server';

/** What an item stands for: a file with scenarios, a scenario, or one of its expectations. */
export type ItemKind = 'file' | 'scenario' | 'expectation';

/** What an item is to look like. */
export interface ItemLook {
    /** The same for the same thing as long as it is there: a file's URI, a scenario's title, an expectation's index. */
    readonly id: string;
    readonly label: string;
    readonly description?: string | undefined;
    readonly uri: Uri;
    readonly range?: Range;
    readonly hasChildren: boolean;
}

export function kindOf(item: TestItem): ItemKind {
    if (!item.parent) {
        return 'file';
    }
    return item.parent.parent ? 'expectation' : 'scenario';
}

/** What the server knows the scenario of an item by. */
export function targetOf(scenario: TestItem): ScenarioTarget {
    return { textDocument: { uri: scenario.parent!.id }, title: scenario.id };
}

export function childrenOf({ children }: Pick<TestItem, 'children'>): TestItem[] {
    return Array.from(children, ([, child]) => child);
}

/**
 * Makes a collection hold these items and no others. What stays keeps its item, and so its results, its selection and whether it is
 * expanded. Of two with the same id the first is taken.
 */
export function reconcile(controller: TestController, items: TestItemCollection, looks: readonly ItemLook[]): void {
    const wanted = new Map(looks.toReversed().map(look => [look.id, look]));
    for (const [id] of [...items]) {
        if (!wanted.has(id)) {
            items.delete(id);
        }
    }
    for (const { id, label, description, uri, range, hasChildren } of [...wanted.values()].reverse()) {
        const known = items.get(id);
        const item = known ?? controller.createTestItem(id, label, uri);
        item.label = label;
        item.description = description;
        item.range = range;
        item.canResolveChildren = hasChildren;
        if (!known) {
            items.add(item);
        }
    }
}
