import type { Expectation, ModelElement, ScenarioEvent } from '@sup/model';
import type { AstNode } from 'langium';
import type * as ast from '../../syntax/generated/ast.js';
import type { Block } from '../../syntax/tree/blocks.js';
import type { Sentence } from '../../syntax/tree/sentences.js';
import { statementsIn } from '../../syntax/tree/walk.js';

/** A model element that is read from a block; the others are read from the sentences of a scenario. */
export type BlockElement = Exclude<ModelElement, ScenarioEvent | Expectation>;

/** The statement of each model element. */
const origins = new WeakMap<ModelElement, Block | Sentence>();
/** The model element of each statement. */
const elements = new WeakMap<AstNode, ModelElement>();

/** Links a model element to the statement that it was read from, and freezes it. */
export function withOrigin<T extends ModelElement>(element: T, node: Block | Sentence): T {
    origins.set(element, node);
    elements.set(node, element);
    return Object.freeze(element);
}

/** The model element that was read from a statement, if any. */
export function elementOf(node: AstNode): ModelElement | undefined {
    return elements.get(node);
}

/** Links the model elements of a statement to another statement with the same words. */
export function moveOrigins(from: ast.Member, to: ast.Member): void {
    const targets = statementsIn({ members: [to] });
    statementsIn({ members: [from] }).forEach((node, i) => {
        const element = elements.get(node);
        if (element) {
            origins.set(element, targets[i] as Block | Sentence);
            elements.set(targets[i]!, element);
        }
    });
}

/** The block that a model element was read from; undefined for an element of a hierarchy that exists only as a model. */
export function originIfRead(element: BlockElement): Block | undefined {
    return origins.get(element) as Block | undefined;
}

/** The statement that a model element was read from: a block, or a sentence of a scenario. Throws for an element that was not read from a file. */
export function originOf(element: ScenarioEvent | Expectation): Sentence;
export function originOf(element: BlockElement): Block;
export function originOf(element: ModelElement): Block | Sentence;
export function originOf(element: ModelElement): Block | Sentence {
    const origin = origins.get(element);
    if (!origin) {
        throw new Error(`A model element (${element.element}) was not read from a file, so it has no origin.`);
    }
    return origin;
}
