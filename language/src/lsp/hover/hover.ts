import { type AstNode, AstUtils, CstUtils, type LangiumDocument, type LeafCstNode } from 'langium';
import type { HoverProvider } from 'langium/lsp';
import type { HoverParams } from 'vscode-languageserver';
import type { Hover, MarkupContent, Range } from 'vscode-languageserver-types';
import { rangeOf } from '../../analysis/ranges.js';
import { elementOf } from '../../analysis/projection/origin.js';
import * as ast from '../../syntax/generated/ast.js';
import { isUnknownValue } from '../../syntax/tree/unknown.js';
import { isSentence } from '../../syntax/tree/sentences.js';
import { explainProblemCommand, targetOf } from '../code-actions.js';
import { documentationIn, joined, type Markdown, markdown, plainText, trusted } from '../markdown.js';
import type { SupServices } from '../services.js';
import { groupCard, hierarchyCard, hostCard, scenarioCard, siteCard } from './cards.js';
import { aboutHead, aboutStatement } from './heads.js';
import { isPartOf } from './leaves.js';
import { rulesLine } from './rules-line.js';
import { aboutSentence } from './sentences.js';
import { aboutKey, aboutValue } from './values.js';

/** More findings at one position are not explained separately. */
const maxLinks = 3;

/** Explains the word under the cursor: a key or value, a keyword, a rule, a phrase, or the element that it names, with the facts that the plan states and those that follow. */
export class SupHoverProvider implements HoverProvider {
    private isPlain = false;

    constructor(private readonly services: SupServices) {
        services.shared.lsp.LanguageServer.onInitialize(({ capabilities }) => {
            this.isPlain = capabilities.textDocument?.hover?.contentFormat?.[0] === 'plaintext';
        });
    }

    getHoverContent(document: LangiumDocument, params: HoverParams): Hover | undefined {
        const root = document.parseResult.value.$cstNode;
        const offset = document.textDocument.offsetAt(params.position);
        const leaf = CstUtils.findDeclarationNodeAtOffset(root, offset, this.services.parser.GrammarConfig.nameRegexp) ?? (root && CstUtils.findLeafNodeAtOffset(root, offset));
        if (!leaf || leaf.hidden || /^[{},:]$/.test(leaf.text)) {
            return undefined;
        }
        const parts = [...this.aboutLeaf(leaf), ...this.explanationLinks(document, params.position)];
        return parts.length === 0 ? undefined : { contents: this.contentOf(joined(parts, '\n\n')), range: leaf.range };
    }

    private contentOf(value: Markdown): MarkupContent {
        return this.isPlain ? { kind: 'plaintext', value: plainText(value) } : { kind: 'markdown', value };
    }

    /** The most specific explanation: of the element that the word names, of the word itself, otherwise of its statement. */
    private aboutLeaf(leaf: LeafCstNode): readonly Markdown[] {
        const named = this.aboutNames(leaf);
        if (named) {
            return [named];
        }
        const node = leaf.astNode;
        const property = AstUtils.getContainerOfType(node, ast.isProperty);
        if (property) {
            const about = node === property && isPartOf(leaf, 'key') ? aboutKey(property) : aboutValue(leaf, property);
            return [about, ...this.rulesAbout(property)];
        }
        const sentence = AstUtils.getContainerOfType(node, isSentence);
        if (sentence && node !== sentence) {
            return [aboutSentence(leaf, sentence)];
        }
        const about = aboutHead(leaf, this.services) ?? aboutStatement(node);
        return about ? [about] : [];
    }

    private rulesAbout(property: ast.Property): readonly Markdown[] {
        // No rule judges a value that is not known.
        const line = isUnknownValue(property) ? undefined : rulesLine(property, page => this.services.linter.documentation(page));
        return line ? [line] : [];
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

    private aboutNames(leaf: LeafCstNode): Markdown | undefined {
        const cards = this.services.references.References.findDeclarations(leaf).flatMap(node => this.cardOf(node) ?? []);
        return cards.length > 0 ? joined(cards, '\n\n---\n\n') : undefined;
    }

    private cardOf(node: AstNode): Markdown | undefined {
        const documentation = documentationIn(this.services.documentation.CommentProvider.getComment(node));
        const parts = [this.modelCardOf(node), documentation].filter(part => part !== undefined);
        return parts.length > 0 ? joined(parts, '\n\n') : undefined;
    }

    /** Undefined for a server outside any site, which is not part of the plan. */
    private modelCardOf(node: AstNode): Markdown | undefined {
        const { analysis: { hierarchies }, lsp: { boundOf } } = this.services;
        const document = AstUtils.getDocument(node);
        const hierarchy = hierarchies.incremental(document);
        const element = ast.isHierarchyHeader(node) ? undefined : elementOf(node);
        switch (element?.element) {
            case 'site': return siteCard(element, hierarchy, boundOf(document, element));
            case 'server':
            case 'cluster': return hostCard(element, hierarchy);
            case 'clientGroup': return groupCard(element, hierarchy);
            case 'scenario': return scenarioCard(element);
            default: return ast.isHierarchyHeader(node) ? hierarchyCard(hierarchy, hierarchies.neighboursOf(document).length) : undefined;
        }
    }
}
