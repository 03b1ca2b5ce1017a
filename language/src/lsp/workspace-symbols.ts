import { interruptAndCheck, type LangiumDocuments } from 'langium';
import type { FuzzyMatcher, LangiumSharedServices, NodeKindProvider, WorkspaceSymbolProvider } from 'langium/lsp';
import { CancellationToken, type WorkspaceSymbolParams } from 'vscode-languageserver';
import type { WorkspaceSymbol } from 'vscode-languageserver-types';
import * as ast from '../syntax/generated/ast.js';
import { membersOf } from '../syntax/tree/blocks.js';
import { spanOf } from '../analysis/ranges.js';

/** Maximum number of symbols in an answer; a longer query finds the others. */
const maxSymbols = 1_000;

/** Sites, servers and clusters by name, in all plans of the workspace. */
export class SupWorkspaceSymbolProvider implements WorkspaceSymbolProvider {
    private readonly documents: LangiumDocuments;
    private readonly matcher: FuzzyMatcher;
    private readonly kinds: NodeKindProvider;

    constructor({ lsp, workspace }: LangiumSharedServices) {
        this.documents = workspace.LangiumDocuments;
        this.matcher = lsp.FuzzyMatcher;
        this.kinds = lsp.NodeKindProvider;
    }

    async getSymbols({ query }: WorkspaceSymbolParams, cancelToken = CancellationToken.None): Promise<WorkspaceSymbol[]> {
        const symbols: WorkspaceSymbol[] = [];
        const wanted = query.toLowerCase();
        for (const { parseResult: { value: file }, textDocument, uri } of this.documents.all) {
            await interruptAndCheck(cancelToken);
            for (const node of ast.isSupFile(file) ? namedIn(file) : []) {
                if (node.name && symbols.length < maxSymbols && this.matcher.match(wanted, node.name)) {
                    const { offset, end } = spanOf({ of: node, part: 'name' });
                    symbols.push({
                        name: node.name,
                        kind: this.kinds.getSymbolKind(node),
                        location: { uri: uri.toString(), range: { start: textDocument.positionAt(offset), end: textDocument.positionAt(end) } }
                    });
                }
            }
        }
        return symbols;
    }
}

function* namedIn(file: ast.SupFile): Generator<ast.Site | ast.Server | ast.Cluster> {
    for (const site of file.members) {
        if (ast.isSite(site)) {
            yield site;
            for (const member of membersOf(site)) {
                if (ast.isServer(member) || ast.isCluster(member)) {
                    yield member;
                }
            }
        }
    }
}
