import { definitionOf, blocksWith } from '../syntax/catalogue/properties.js';
import type { Meaning } from '../syntax/catalogue/meanings.js';
import { factsOf, sourceOfStatement } from '../syntax/catalogue/sources.js';
import type { StatementDefinition } from '../syntax/catalogue/statements.js';
import type { BlockName } from '../syntax/tree/blocks.js';

// The documentation of the language in Markdown, the same in completion and in hovers. All of it comes from this project.

/** The meaning of a key, the expected value and the default, the other blocks it may stand in, and its source. */
export function documentationOfProperty(block: BlockName, key: string): string {
    const { documentation, value } = definitionOf(block, key)!;
    const facts = factsOf(block, key);
    const others = blocksWith(key).filter(each => each !== block);
    return [
        documentation,
        `Expected: ${value.expected}.${facts?.default === undefined ? '' : `\nDefault: ${facts.default}.`}`,
        ...others.length > 0 ? [`Also a property of ${others.map(inCode).join(', ')}.`] : [],
        ...facts ? [sourceLine(facts.source)] : []
    ].join('\n\n');
}

/** The meaning of a statement, the blocks it may stand in, and its source. */
export function documentationOfStatement({ name, blocks, documentation }: StatementDefinition): string {
    const isEverywhere = blocks.length > 5;
    return [
        documentation,
        `${isEverywhere ? 'Can stand in every block' : `Stands in ${blocks.map(block => block === 'file' ? 'a file, outside of every block' : inCode(block)).join(' or ')}`}.`,
        sourceLine(sourceOfStatement(name))
    ].join('\n\n');
}

/** A meaning and the document that states it. */
export function documentationOfMeaning({ text, source }: Meaning): string {
    return source === undefined ? text : `${text}\n\n${sourceLine(source)}`;
}

/** The meaning of `reports to`. */
export const documentationOfParent = 'Names the parent site. A site has at most one.';

export function sourceLine(source: string): string {
    return `Source: ${source}.`;
}

function inCode(text: string): string {
    return `\`${text}\``;
}
