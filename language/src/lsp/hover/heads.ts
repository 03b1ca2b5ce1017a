import { type AstNode, AstUtils, GrammarAST, type LeafCstNode } from 'langium';
import { rulePage } from '../../linter/diagnostics.js';
import { ruleById } from '../../linter/registry.js';
import { type Meaning, siteKinds, updatePointStates, wsusVersionMeanings } from '../../syntax/catalogue/meanings.js';
import { statementOf } from '../../syntax/catalogue/statements.js';
import * as ast from '../../syntax/generated/ast.js';
import { aboutUnknown, unknown } from '../../syntax/tree/unknown.js';
import { documentationOfMeaning, documentationOfParent, documentationOfStatement } from '../documentation.js';
import { escaped, type Markdown, markdown, trusted } from '../markdown.js';
import type { SupServices } from '../services.js';
import { isPartOf } from './leaves.js';

/** Documentation of keywords inside statements. */
const innerKeywords: Readonly<Record<string, string>> = {
    for: 'How long the scenario lasts.',
    reports: documentationOfParent,
    to: documentationOfParent,
    until: 'The last day on which the risk is accepted. The rule reports the finding again afterwards.',
    because: 'Why the risk is accepted. A reason is required.'
};

/** Explains a word in the head of a statement that has a meaning of its own: a kind, version or state, a rule, a keyword. */
export function aboutHead(leaf: LeafCstNode, services: SupServices): Markdown | undefined {
    const node = leaf.astNode;
    if (ast.isAllow(node)) {
        return aboutAllow(leaf, node, services);
    }
    const meaning = meaningOfHead(leaf, node);
    return meaning ?? aboutKeyword(leaf);
}

function meaningOfHead(leaf: LeafCstNode, node: AstNode): Markdown | undefined {
    const { text } = leaf;
    if (ast.isSite(node) && isPartOf(leaf, 'kind')) {
        return withStatement(node, text, siteKinds[text as keyof typeof siteKinds]);
    }
    const isVersion = ast.isWsusServer(node) && isPartOf(leaf, 'version');
    const isState = ast.isSoftwareUpdatePoint(node) && isPartOf(leaf, 'state');
    if ((isVersion || isState) && text === unknown) {
        return trusted(aboutUnknown);
    }
    const version = isVersion ? node.version.join(' ') : '';
    return isState && Object.hasOwn(updatePointStates, text) ? withStatement(node, text, updatePointStates[text as keyof typeof updatePointStates])
        : Object.hasOwn(wsusVersionMeanings, version) ? withStatement(node as ast.WsusServer, version, wsusVersionMeanings[version as keyof typeof wsusVersionMeanings]) : undefined;
}

function withStatement(node: ast.Member, word: string, meaning: Meaning): Markdown {
    return markdown`**${escaped(word)}**: ${trusted(documentationOfMeaning(meaning))}\n\n---\n\n${aboutStatement(node)!}`;
}

/** `allow RULE until DATE because "…"`. */
function aboutAllow(leaf: LeafCstNode, node: ast.Allow, services: SupServices): Markdown | undefined {
    if (isPartOf(leaf, 'rule')) {
        const rule = ruleById.get(leaf.text);
        return rule
            ? markdown`${trusted(rule.summary)}\n\n[${trusted(rule.id)}](${trusted(services.linter.documentation(rulePage(rule.id)))})`
            : markdown`There is no rule ${escaped(leaf.text)}.`;
    }
    const keyword = node.until !== undefined && isPartOf(leaf, 'until') ? 'until' : node.because !== undefined && isPartOf(leaf, 'because') ? 'because' : undefined;
    return keyword === undefined ? aboutKeyword(leaf) : trusted(innerKeywords[keyword]!);
}

function aboutKeyword(leaf: LeafCstNode): Markdown | undefined {
    const isKeyword = GrammarAST.isKeyword(leaf.grammarSource) && Object.hasOwn(innerKeywords, leaf.text);
    const isDuration = ast.isScenario(leaf.astNode) && isPartOf(leaf, 'duration');
    return isKeyword ? trusted(innerKeywords[leaf.text]!) : isDuration ? trusted(innerKeywords['for']!) : undefined;
}

/** The documentation of the statement around a node. */
export function aboutStatement(node: AstNode): Markdown | undefined {
    const unknownStatement = AstUtils.getContainerOfType(node, ast.isUnknownStatement);
    if (unknownStatement) {
        return markdown`${escaped(unknownStatement.head)} is not a statement of the language.`;
    }
    for (let each: AstNode | undefined = node; each; each = each.$container) {
        const statement = ast.isMember(each) ? statementOf(each) : undefined;
        if (statement) {
            return trusted(documentationOfStatement(statement));
        }
    }
    return undefined;
}
