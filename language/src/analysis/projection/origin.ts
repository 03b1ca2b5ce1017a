import type { Expectation, ModelElement, ScenarioEvent } from '@sup/model';
import type { AstNode } from 'langium';
import type * as ast from '../../syntax/generated/ast.js';
import type { Block } from '../../syntax/tree/blocks.js';
import type { Sentence } from '../../syntax/tree/sentences.js';
import { statementsIn } from '../../syntax/tree/walk.js';

/** A part of the model that a block says, with braces or without; the others are sentences of a scenario. */
export type BlockElement = Exclude<ModelElement, ScenarioEvent | Expectation>;

/** The way back from the model to the text. */
const origins = new WeakMap<ModelElement, Block | Sentence>();
/** The way from the text to the model. */
const elements = new WeakMap<AstNode, ModelElement>();

export function remember<T extends ModelElement>(element: T, node: Block | Sentence): T {
    origins.set(element, node);
    elements.set(node, element);
    return Object.freeze(element);
}

/** What was read from a statement, where that is a part of the plan. */
export function elementOf(node: AstNode): ModelElement | undefined {
    return elements.get(node);
}

/** Lets what was read from a statement come from another one with the same words. */
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

/** The statement that a model element was read from: a block, or a sentence of a scenario. */
export function originOf(element: ScenarioEvent | Expectation): Sentence;
export function originOf(element: BlockElement): Block;
export function originOf(element: ModelElement): Block | Sentence;
export function originOf(element: ModelElement): Block | Sentence {
    const origin = origins.get(element);
    if (!origin) {
        throw new Error(`A model element (${element.element}) that was not read from a file has no place in one.`);
    }
    return origin;
}
