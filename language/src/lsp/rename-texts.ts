import { AstUtils, type CstNode, CstUtils, GrammarUtils, type LangiumDocument } from 'langium';
import type { Position, Range } from 'vscode-languageserver-types';
import * as ast from '../syntax/generated/ast.js';
import { segmentsOf } from '../syntax/segments/segmented-file.js';
import { membersOf } from '../syntax/tree/blocks.js';
import { inCode } from '../syntax/tree/characters.js';
import { readSentence } from '../syntax/tree/read-sentences.js';
import { isSentence, partAt, type Sentence } from '../syntax/tree/sentences.js';
import { statementsIn } from '../syntax/tree/walk.js';
import type { SupServices } from './services.js';

/** A name in quotes that no word refers to: of a client group, a scenario, or an update that a scenario publishes. */
export interface TextTarget {
    readonly name: string;
    /** The token at the cursor. */
    readonly token: CstNode;
    /** Every place of the name, in every file of the plan. */
    places(): readonly TextPlace[];
    /** Why another name cannot be used, if it is taken. */
    refusal(name: string): string | undefined;
}

interface TextPlace {
    readonly document: LangiumDocument;
    readonly range: Range;
}

/** The name in quotes at a position that can be renamed. */
export function textTargetAt(document: LangiumDocument, position: Position, services: SupServices): TextTarget | undefined {
    const root = document.parseResult.value.$cstNode;
    const offset = document.textDocument.offsetAt(position);
    const token = root && (textAt(root, offset) ?? textAt(root, offset - 1));
    if (!token) {
        return undefined;
    }
    const node = token.astNode;
    const neighbours = (): readonly LangiumDocument[] => services.analysis.hierarchies.neighboursOf(document);
    if (ast.isClientGroup(node) && node.label) {
        return groupTarget(node.label, token, neighbours());
    }
    if (ast.isScenario(node) && node.title) {
        return scenarioTarget(node.title, token, neighbours());
    }
    const sentence = AstUtils.getContainerOfType(node, isSentence);
    const kind = sentence && ast.isText(node) ? readSentence(sentence).names.find(({ at }) => partAt(sentence, at) === node)?.kind : undefined;
    const scenario = AstUtils.getContainerOfType(sentence, ast.isScenario);
    return kind === 'group' ? groupTarget((node as ast.Text).text, token, neighbours())
        : kind === 'update' && scenario ? updateTarget((node as ast.Text).text, token, scenario) : undefined;
}

function textAt(root: CstNode, offset: number): CstNode | undefined {
    const leaf = CstUtils.findLeafNodeAtOffset(root, offset);
    return leaf && !leaf.hidden && leaf.text.startsWith('"') ? leaf : undefined;
}

/** Groups of several sites may have one name, and events then mean all of them. */
function groupTarget(name: string, token: CstNode, documents: readonly LangiumDocument[]): TextTarget {
    const declarations = (wanted: string): readonly TextPlace[] => documents.flatMap(document => statementsOf(document).filter(ast.isClientGroup).filter(({ label }) => label === wanted)
        .flatMap(group => placeOf(document, GrammarUtils.findNodeForProperty(group.$cstNode, 'label'))));
    return {
        name, token,
        places: () => [...declarations(name), ...documents.flatMap(document => statementsOf(document).filter(isSentence).flatMap(sentence => namesIn(sentence, 'group', name, document)))],
        refusal: other => declarations(other).length > 0 ? `This hierarchy already has a group of clients ${inCode(other)}, and events could not tell the two apart. Choose another name.` : undefined
    };
}

function scenarioTarget(name: string, token: CstNode, documents: readonly LangiumDocument[]): TextTarget {
    const titled = (wanted: string): readonly ast.Scenario[] => documents.flatMap(statementsOf).filter(ast.isScenario).filter(({ title }) => title === wanted);
    return {
        name, token,
        places: () => placeOf(AstUtils.getDocument(token.astNode), token),
        refusal: other => titled(other).length > 0 ? `This hierarchy already has a scenario ${inCode(other)}. Choose another title.` : undefined
    };
}

/** An update exists in the scenario that publishes it. */
function updateTarget(name: string, token: CstNode, scenario: ast.Scenario): TextTarget {
    const document = AstUtils.getDocument(scenario);
    const named = (wanted: string): readonly TextPlace[] => membersOf(scenario).filter(isSentence).flatMap(sentence => namesIn(sentence, 'update', wanted, document));
    return {
        name, token,
        places: () => named(name),
        refusal: other => named(other).length > 0 ? `This scenario already has an update ${inCode(other)}, and events could not tell the two apart. Choose another name.` : undefined
    };
}

function statementsOf(document: LangiumDocument): readonly ast.Member[] {
    return segmentsOf(document).flatMap(segment => statementsIn(segment));
}

function namesIn(sentence: Sentence, kind: 'group' | 'update', name: string, document: LangiumDocument): readonly TextPlace[] {
    return readSentence(sentence).names.flatMap(each => {
        const part = each.kind === kind ? partAt(sentence, each.at) : undefined;
        return part && ast.isText(part) && part.text === name ? placeOf(document, part.$cstNode) : [];
    });
}

function placeOf(document: LangiumDocument, node: CstNode | undefined): readonly TextPlace[] {
    return node ? [{ document, range: node.range }] : [];
}
