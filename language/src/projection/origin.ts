import type { ModelElement } from '@sup/model';
import type { Block } from '../syntax/blocks.js';

/** The way back from the model to the text. */
const origins = new WeakMap<ModelElement, Block>();

export function remember<T extends ModelElement>(element: T, block: Block): T {
    origins.set(element, block);
    return Object.freeze(element);
}

/** The block that a model element was read from. */
export function originOf(element: ModelElement): Block {
    const origin = origins.get(element);
    if (!origin) {
        throw new Error(`A model element (${element.element}) that was not read from a file has no place in one.`);
    }
    return origin;
}
