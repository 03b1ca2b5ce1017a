import { type Range, type TestController, type TestItem, type TestItemCollection, type Uri } from 'vscode';
import type { ScenarioTarget } from '@sup/protocol/server';

/** An item is a file with scenarios, a scenario, or one of its expectations. */
export type ItemKind = 'file' | 'scenario' | 'expectation';

/** The properties of an item in the Testing view. */
export interface ItemProperties {
    /** Stable while the element exists: a file's URI, a scenario's title, an expectation's index. */
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

/** Identifies the scenario of an item to the server. */
export function targetOf(scenario: TestItem): ScenarioTarget {
    return { textDocument: { uri: scenario.parent!.id }, title: scenario.id };
}

export function childrenOf({ children }: Pick<TestItem, 'children'>): TestItem[] {
    return Array.from(children, ([, child]) => child);
}

/**
 * Updates a collection to contain exactly these items. Existing items are reused, so they keep their results, selection and expansion.
 * If two have the same id, the first is used.
 */
export function reconcile(controller: TestController, items: TestItemCollection, properties: readonly ItemProperties[]): void {
    const byId = new Map(properties.toReversed().map(each => [each.id, each]));
    for (const [id] of [...items]) {
        if (!byId.has(id)) {
            items.delete(id);
        }
    }
    for (const { id, label, description, uri, range, hasChildren } of [...byId.values()].reverse()) {
        const existing = items.get(id);
        const item = existing ?? controller.createTestItem(id, label, uri);
        item.label = label;
        item.description = description;
        item.range = range;
        item.canResolveChildren = hasChildren;
        if (!existing) {
            items.add(item);
        }
    }
}
