import { AstUtils } from 'langium';
import { plans } from './editor.js';
import * as ast from '../../language/src/syntax/generated/ast.js';
import { definitionIn } from '../../language/src/syntax/catalogue/properties.js';
import { unquote } from '../../language/src/syntax/parser/value-converter.js';
import { blockOf, keyOf } from '../../language/src/syntax/tree/blocks.js';
import { workspaceWith } from './workspace.js';

/** A place at which an author could complete: a plan without a statement or a value, and the text that was there. */
export interface CompletionPlace {
    /** The plan up to the cursor, and after it. */
    readonly before: string;
    readonly after: string;
    readonly original: string;
    /** The plan without the statement. */
    readonly without: string;
    /** The missing part, such as `value of mode`. */
    readonly missing: string;
    /** The missing value, and whether the language lists it. */
    readonly value?: string;
    readonly isListed?: boolean;
}

/** All places of the corpus: the examples, and the correct and incorrect plans of the rule pages. */
export async function placesOfCorpus(): Promise<readonly CompletionPlace[]> {
    const places = await Promise.all([...new Set(plans())].map(placesOf));
    return places.flat();
}

async function placesOf(text: string): Promise<readonly CompletionPlace[]> {
    const workspace = await workspaceWith(text);
    const [document] = workspace.documents();
    const { parserErrors, lexerErrors, value } = document!.parseResult;
    if (parserErrors.length + lexerErrors.length > 0) {
        return [];
    }
    return AstUtils.streamAst(value).toArray().flatMap((node): readonly CompletionPlace[] => {
        const { offset, end } = node.$cstNode ?? { offset: 0, end: 0 };
        const without = text.slice(0, offset) + text.slice(end);
        const cutAt = (from: number, missing: string): CompletionPlace => ({ before: text.slice(0, from), after: text.slice(end), original: text, without, missing });
        if (ast.isProperty(node)) {
            const colon = text.indexOf(':', offset) + 1;
            const value = text.slice(colon, end).trim();
            const { suggestions = [] } = definitionIn(blockOf(node), keyOf(node))?.value ?? {};
            return [{ ...cutAt(colon, `value of ${node.key}`), value, isListed: suggestions.includes(unquote(value)) }, cutAt(offset, `property ${node.key}`)];
        }
        if (ast.isSite(node) && node.parents.length > 0) {
            const last = node.parents.at(-1)!.$refNode!;
            const first = node.parents[0]!.$refNode!;
            return [{ before: text.slice(0, first.offset), after: text.slice(last.end), original: text, without: text.slice(0, text.lastIndexOf('reports', first.offset)) + text.slice(last.end), missing: 'parent' }];
        }
        if (ast.isSoftwareUpdatePoint(node) || ast.isWsusServer(node)) {
            const word = ast.isWsusServer(node) ? 'wsus' : 'point';
            const from = text.indexOf(word, offset) + word.length;
            const to = node.body?.$cstNode?.offset ?? end;
            const head = { before: text.slice(0, from) + ' ', after: ` ${text.slice(to)}`, original: text, without, missing: `head of ${word}` };
            return text.slice(from, to).trim() === '' ? [] : [head, cutAt(offset, word)];
        }
        if (ast.isServer(node) || ast.isCluster(node) || ast.isSynchronization(node) || ast.isClientGroup(node) || ast.isScenarioEvent(node) || ast.isExpectation(node) || ast.isAllow(node) || ast.isProxyServer(node) || ast.isSiteServer(node) || ast.isSite(node)) {
            return [cutAt(offset, node.$type)];
        }
        return [];
    });
}
