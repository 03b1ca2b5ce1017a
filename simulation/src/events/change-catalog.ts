import type { Action } from '@sup/model';
import type { World } from '../world/world.js';
import { type Outcome, refuse } from './outcome.js';

/** Microsoft Update publishes an update, expires one, or no longer offers a product under its name. */
export function changeCatalog({ microsoftUpdate }: World, action: Extract<Action, { kind: 'publish' | 'expire' | 'withdraw' }>): Outcome {
    if (action.kind === 'withdraw') {
        return () => microsoftUpdate.withdrawn.add(action.product);
    }
    const { updates } = microsoftUpdate;
    if (action.kind === 'publish') {
        return () => updates.set(action.update, { name: action.update, product: action.product, classification: action.classification, languages: action.languages, expired: false });
    }
    const published = updates.get(action.update);
    return published ? () => updates.set(action.update, { ...published, expired: true }) : refuse('not-published', action.update);
}
