import { GrammarUtils, type LangiumDocument } from 'langium';
import type { DocumentLinkProvider } from 'langium/lsp';
import { CancellationToken, type DocumentLink, type DocumentLinkParams } from 'vscode-languageserver';
import { allowsIn } from '../analysis/projection/segment-model.js';
import { rulePage } from '../linter/diagnostics.js';
import { ruleById } from '../linter/registry.js';
import type { Segment } from '../syntax/segments/segment.js';
import type { SupServices } from './services.js';
import { movedRange, SegmentCache, type SegmentText } from './segment-cache.js';

/** Links the rules of accepted risks to their documentation, and the addresses in reasons, such as those of tickets. */
export class SupDocumentLinkProvider implements DocumentLinkProvider {
    private readonly cache = new SegmentCache<DocumentLink>(
        (segment, text) => this.linksIn(segment, text),
        (link, lines) => ({ ...link, range: movedRange(link.range, lines) })
    );

    constructor(private readonly services: SupServices) {}

    getDocumentLinks(document: LangiumDocument, _params: DocumentLinkParams, cancelToken = CancellationToken.None): Promise<DocumentLink[]> {
        return this.cache.all(document, cancelToken);
    }

    private linksIn(segment: Segment, text: SegmentText): readonly DocumentLink[] {
        return allowsIn(segment).flatMap(({ $cstNode, rule, because }): DocumentLink[] => {
            const [ruleNode] = GrammarUtils.findNodesForProperty($cstNode, 'rule');
            const [reason] = GrammarUtils.findNodesForProperty($cstNode, 'because');
            const addresses = because === undefined || !reason ? [] : [...reason.text.matchAll(/https?:\/\/[^\s"<>]+/g)];
            return [
                ...ruleNode && rule !== undefined && ruleById.has(rule)
                    ? [{ range: { start: text.positionAt(ruleNode.offset), end: text.positionAt(ruleNode.end) }, target: this.services.linter.documentation(rulePage(rule)), tooltip: `Show the page of ${rule}` }]
                    : [],
                ...addresses.map(({ index, 0: address }) => ({
                    range: { start: text.positionAt(reason!.offset + index), end: text.positionAt(reason!.offset + index + address.length) }, target: address
                }))
            ];
        });
    }
}
