import type { Connection } from 'vscode-languageserver';
import type { SupServices } from '@sup/language';
import { PlanTreeRequest } from '@sup/protocol/server';
import { isShortText } from '../parameters/shapes.js';
import { PlanTree } from '../tree/plan-tree.js';
import { answer } from './answer.js';

/** Handles the requests of the tree of plans. Each awaits `ready` first, since the workspace may still be loading. */
export function handlePlanTree(connection: Connection, services: SupServices, ready: () => Promise<void>): void {
    const tree = new PlanTree(services);
    answer(connection, PlanTreeRequest, { expected: 'an item, or nothing', isValid: ({ item }) => item === undefined || isShortText(item) }, async ({ item }) => {
        await ready();
        return tree.children(item) ?? null;
    });
}
