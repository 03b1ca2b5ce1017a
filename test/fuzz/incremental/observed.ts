import { type AstNode, AstUtils, type CstNode, isCompositeCstNode, isReference, type LangiumDocument } from 'langium';
import type { SupServices } from '@sup/language';
import { CancellationToken, type SemanticTokens, type SemanticTokensDelta } from 'vscode-languageserver';

/** Everything that can be observed of a workspace, as texts by subject, so that two workspaces can be compared. */
export async function observed(services: SupServices): Promise<ReadonlyMap<string, string>> {
    const documents = services.shared.workspace.LangiumDocuments.all.toArray().sort((a, b) => a.uri.toString() < b.uri.toString() ? -1 : 1);
    const seen = new Map<string, string>();
    for (const document of documents) {
        const name = document.uri.path;
        const see = (what: string, value: unknown): void => void seen.set(`${name}: ${what}`, JSON.stringify(value, undefined, 1));
        see('diagnostics', document.diagnostics);
        see('tree', treeOf(document.parseResult.value));
        see('positions', positionsOf(document.parseResult.value.$cstNode));
        see('hierarchy', hierarchyOf(services, document));
        see('scenarios', services.analysis.hierarchies.allScenarios(document).map(({ title, events }) => [title, events]));
        see('fixes', services.linter.rules.check(document).findings.map(({ rule, fixes }) => [rule.id, fixes().map(({ title, edits }) => [title, edits.length])]));
        see('symbols', await services.lsp.DocumentSymbolProvider!.getSymbols(document, { textDocument: { uri: document.uri.toString() } }));
        see('tokens', await tokensOf(services, document));
        see('folding', await services.lsp.FoldingRangeProvider!.getFoldingRanges(document, { textDocument: { uri: document.uri.toString() } }));
        see('references', await referencesIn(services, document));
        see('actions', await actionsIn(services, document));
    }
    const symbols = await services.shared.lsp.WorkspaceSymbolProvider!.getSymbols({ query: '' }, CancellationToken.None);
    seen.set('symbols', JSON.stringify(symbols.map(symbol => JSON.stringify(symbol)).sort()));
    return seen;
}

/** The last semantic tokens of each document, as an editor keeps them to request only the changes. */
const held = new WeakMap<LangiumDocument, SemanticTokens>();

async function tokensOf({ lsp: { SemanticTokenProvider: provider } }: SupServices, document: LangiumDocument): Promise<unknown> {
    const textDocument = { uri: document.uri.toString() };
    const before = held.get(document);
    const answer = await (before ? provider!.semanticHighlightDelta!(document, { textDocument, previousResultId: before.resultId! }) : provider!.semanticHighlight(document, { textDocument })) as SemanticTokens | SemanticTokensDelta;
    const data = 'edits' in answer ? answer.edits.reduce((tokens, { start, deleteCount, data: put = [] }) => [...tokens.slice(0, start), ...put, ...tokens.slice(start + deleteCount)], before!.data) : answer.data;
    held.set(document, { resultId: answer.resultId!, data });
    return data;
}

function hierarchyOf({ analysis: { hierarchies } }: SupServices, document: LangiumDocument): unknown {
    const { name, sites, sitesByCode, childrenByCode, serversByName } = hierarchies.of(document);
    const codes = (groups: ReadonlyMap<string, readonly { readonly code?: string; readonly name?: string }[]>): unknown => [...groups].map(([key, group]) => [key, group.map(each => each.code ?? each.name)]).sort();
    return [name, sites.map(site => [site.code, site.kind, site.title, site.parentCodes, site.servers.map(server => server.name)]), codes(sitesByCode), codes(childrenByCode), codes(serversByName)];
}

function treeOf(value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map(treeOf);
    }
    if (isReference(value)) {
        return value.$refText;
    }
    return typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).filter(([key]) => !key.startsWith('$') || ['$type', '$containerIndex', '$containerProperty'].includes(key)).map(([key, each]) => [key, treeOf(each)]))
        : value;
}

function positionsOf(node: CstNode | undefined): unknown {
    return node && [node.offset, node.end, node.range.start.line, node.range.start.character, node.range.end.line, node.range.end.character, node.text.length, isCompositeCstNode(node) ? node.content.map(positionsOf) : node.text];
}

/** The target of each reference, and the references to each declaration. */
async function referencesIn(services: SupServices, document: LangiumDocument): Promise<unknown> {
    const params = { textDocument: { uri: document.uri.toString() }, context: { includeDeclaration: true } };
    const found: unknown[] = [];
    for (const node of AstUtils.streamAst(document.parseResult.value)) {
        const target = AstUtils.streamReferences(node).map(({ reference }) => isReference(reference) ? placeOf(reference.ref) : undefined).toArray();
        found.push(...target.filter(each => each !== undefined));
        if ('name' in node && node.$cstNode && found.length < 400) {
            const position = services.references.NameProvider.getNameNode(node)?.range.start;
            found.push(position ? await services.lsp.ReferencesProvider!.findReferences(document, { ...params, position }) : undefined);
        }
    }
    return found;
}

function placeOf(node: AstNode | undefined): unknown {
    return node && [AstUtils.getDocument(node).uri.path, node.$cstNode?.offset];
}

/** The quick fixes of a few diagnostics, with their edits. */
async function actionsIn(services: SupServices, document: LangiumDocument): Promise<unknown> {
    const textDocument = { uri: document.uri.toString() };
    return Promise.all((document.diagnostics ?? []).slice(0, 12).map(diagnostic =>
        services.lsp.CodeActionProvider!.getCodeActions(document, { textDocument, range: diagnostic.range, context: { diagnostics: [diagnostic] } })));
}
