import { type AstNode, AstUtils, CstUtils, GrammarAST, GrammarUtils, type LangiumDocument, type LeafCstNode } from 'langium';
import type { HoverProvider } from 'langium/lsp';
import type { HoverParams } from 'vscode-languageserver';
import type { Hover, Range } from 'vscode-languageserver-types';
import { rangeOf } from '../analysis/ranges.js';
import { blocksWith, definitionIn } from '../syntax/catalogue/properties.js';
import { statementOf } from '../syntax/catalogue/statements.js';
import * as ast from '../syntax/generated/ast.js';
import { elementOf } from '../analysis/projection/origin.js';
import { rulePage } from '../linter/diagnostics.js';
import { ruleById } from '../linter/registry.js';
import type { SupServices } from './services.js';
import { blockOf, keyOf } from '../syntax/tree/blocks.js';
import { readSentence } from '../syntax/tree/read-sentences.js';
import { isSentence } from '../syntax/tree/sentences.js';
import { explainProblemCommand, targetOf } from './code-actions.js';
import { aboutUnknown, isUnknownValue, unknown } from '../syntax/tree/unknown.js';
import { hostCard, siteCard } from './hover-cards.js';
import { documentationIn, escaped, joined, type Markdown, markdown, trusted } from './markdown.js';

/** Documentation of keywords inside statements. */
const innerKeywords: Readonly<Record<string, string>> = {
    for: 'How long the scenario lasts.',
    reports: 'Names the parent site. A site has at most one.',
    to: 'Names the parent site. A site has at most one.',
    until: 'The last day on which the risk is accepted. The rule reports the finding again afterwards.',
    because: 'Why the risk is accepted. A reason is required.'
};

/** More findings at one position are not explained separately. */
const maxLinks = 3;

/** Explains the word under the cursor: a key, a keyword, a rule, or the site or server that it names. */
export class SupHoverProvider implements HoverProvider {
    constructor(private readonly services: SupServices) {}

    getHoverContent(document: LangiumDocument, params: HoverParams): Hover | undefined {
        const root = document.parseResult.value.$cstNode;
        const offset = document.textDocument.offsetAt(params.position);
        const leaf = CstUtils.findDeclarationNodeAtOffset(root, offset, this.services.parser.GrammarConfig.nameRegexp);
        if (!leaf || leaf.hidden) {
            return undefined;
        }
        const about = aboutKey(leaf) ?? this.aboutRule(leaf) ?? this.aboutNames(leaf) ?? aboutUnknownValue(leaf) ?? aboutSentence(leaf) ?? aboutKeyword(leaf);
        const parts = [about, ...this.explanationLinks(document, params.position)].filter(part => part !== undefined);
        return parts.length === 0 ? undefined : { contents: { kind: 'markdown', value: joined(parts, '\n\n') }, range: leaf.range };
    }

    /** Links that explain the findings at a position, and those that the `allow` there suppresses. */
    private explanationLinks(document: LangiumDocument, { line, character }: HoverParams['position']): readonly Markdown[] {
        const { linter: { rules }, lsp: { explainsProblems } } = this.services;
        if (!explainsProblems()) {
            return [];
        }
        const isInside = ({ start, end }: Range): boolean => (start.line < line || (start.line === line && start.character <= character)) && (line < end.line || (line === end.line && character < end.character));
        const { findings, risks } = rules.check(document);
        const accepted = risks.filter(({ allow }) => isInside(rangeOf({ of: allow }, document))).flatMap(({ silenced }) => silenced);
        return [...findings.filter(finding => isInside(rangeOf(finding.at, document))), ...accepted].slice(0, maxLinks)
            .map(finding => markdown`[Explain this problem](${trusted(`command:${explainProblemCommand}?${encodeURIComponent(JSON.stringify([targetOf(finding, document)]))}`)}): \`${trusted(finding.rule.id)}\``);
    }

    private aboutRule(leaf: LeafCstNode): Markdown | undefined {
        const rule = ast.isAllow(leaf.astNode) && isPart(leaf, 'rule') ? ruleById.get(leaf.text) : undefined;
        return rule && markdown`${trusted(rule.summary)}\n\n[${trusted(rule.id)}](${trusted(this.services.linter.documentation(rulePage(rule.id)))})`;
    }

    private aboutNames(leaf: LeafCstNode): Markdown | undefined {
        const cards = this.services.references.References.findDeclarations(leaf).flatMap(node => this.cardOf(node) ?? []);
        return cards.length > 0 ? joined(cards, '\n\n---\n\n') : undefined;
    }

    private cardOf(node: AstNode): Markdown | undefined {
        if (!ast.isSite(node) && !ast.isServer(node) && !ast.isCluster(node)) {
            return undefined;
        }
        const documentation = documentationIn(this.services.documentation.CommentProvider.getComment(node));
        const parts = [this.modelCardOf(node), documentation].filter(part => part !== undefined);
        return parts.length > 0 ? joined(parts, '\n\n') : undefined;
    }

    /** Undefined for a server outside any site, which is not part of the plan. */
    private modelCardOf(node: ast.Site | ast.Server | ast.Cluster): Markdown | undefined {
        const hierarchy = this.services.analysis.hierarchies.incremental(AstUtils.getDocument(node));
        const element = elementOf(node);
        switch (element?.element) {
            case 'site': return siteCard(element, hierarchy);
            case 'server':
            case 'cluster': return hostCard(element);
            default: return undefined;
        }
    }
}

function aboutKey(leaf: LeafCstNode): Markdown | undefined {
    const property = leaf.astNode;
    if (!ast.isProperty(property) || !isPart(leaf, 'key')) {
        return undefined;
    }
    const key = keyOf(property);
    const definition = definitionIn(blockOf(property), key);
    if (definition) {
        return trusted(`${definition.documentation}\n\nExpected: ${definition.value.expected}.`);
    }
    const places = blocksWith(key);
    return places.length === 0 ? undefined : markdown`${escaped(key)} belongs in ${trusted(places.map(place => `\`${place}\``).join(' or '))}.`;
}

function aboutUnknownValue(leaf: LeafCstNode): Markdown | undefined {
    const node = leaf.astNode;
    const property = AstUtils.getContainerOfType(node, ast.isProperty);
    const isValue = ast.isWord(node) && property !== undefined && isUnknownValue(property);
    const isInHead = (ast.isWsusServer(node) && isPart(leaf, 'version')) || (ast.isSoftwareUpdatePoint(node) && isPart(leaf, 'state'));
    return isValue || (isInHead && leaf.text === unknown) ? trusted(aboutUnknown) : undefined;
}

/** Explains an event or expectation by its phrase. */
function aboutSentence(leaf: LeafCstNode): Markdown | undefined {
    const sentence = AstUtils.getContainerOfType(leaf.astNode, isSentence);
    const definition = sentence && leaf.astNode !== sentence ? readSentence(sentence).definition : undefined;
    return definition && markdown`\`${trusted(definition.form)}\`\n\n${trusted(definition.documentation)}`;
}

function aboutKeyword(leaf: LeafCstNode): Markdown | undefined {
    if (!GrammarAST.isKeyword(leaf.grammarSource) || !/^[a-z]+$/.test(leaf.text)) {
        return undefined;
    }
    const statement = ast.isMember(leaf.astNode) ? statementOf(leaf.astNode) : undefined;
    const text = innerKeywords[leaf.text] ?? statement?.documentation;
    return text === undefined ? undefined : trusted(text);
}

function isPart(leaf: LeafCstNode, feature: string): boolean {
    return GrammarUtils.findNodesForProperty(leaf.astNode.$cstNode, feature).some(node => node.offset === leaf.offset);
}
