import { interruptAndCheck, type LangiumDocuments } from 'langium';
import type { FuzzyMatcher, LangiumSharedServices, NodeKindProvider, WorkspaceSymbolProvider } from 'langium/lsp';
import { CancellationToken, type WorkspaceSymbolParams } from 'vscode-languageserver';
import type { WorkspaceSymbol } from 'vscode-languageserver-types';
import * as ast from '../syntax/generated/ast.js';
import { membersOf } from '../syntax/tree/blocks.js';
import { headOf } from '../analysis/ranges.js';
import { printable } from '../syntax/tree/characters.js';

/** Maximum number of symbols in an answer; a longer query finds the others. */
const maxSymbols = 1_000;

/** Sites by code or title, servers, clusters and scenarios by name, in all plans of the workspace. */
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
            for (const { node, name, title, container } of ast.isSupFile(file) ? namedIn(file) : []) {
                if (symbols.length < maxSymbols && [name, title].some(text => text !== undefined && this.isMatch(wanted, text))) {
                    const { offset, end } = headOf(node);
                    symbols.push({
                        name: printable(title === undefined ? name : `${name} ${title}`),
                        kind: this.kinds.getSymbolKind(node),
                        location: { uri: uri.toString(), range: { start: textDocument.positionAt(offset), end: textDocument.positionAt(end) } },
                        ...container !== undefined && { containerName: printable(container) }
                    });
                }
            }
        }
        return symbols;
    }

    /** Whether a text contains the query, or its letters in this order. */
    private isMatch(wanted: string, text: string): boolean {
        return text.toLowerCase().includes(wanted) || this.matcher.match(wanted, text);
    }
}

/** A declaration with its name, its title, and the declaration or hierarchy around it. */
interface Named {
    readonly node: ast.Site | ast.Server | ast.Cluster | ast.Scenario;
    readonly name: string;
    readonly title?: string | undefined;
    readonly container: string | undefined;
}

function* namedIn(file: ast.SupFile): Generator<Named> {
    const hierarchy = file.members.find(ast.isHierarchyHeader)?.name;
    for (const node of file.members) {
        if (ast.isScenario(node) && node.title) {
            yield { node, name: node.title, container: hierarchy };
        }
        if (!ast.isSite(node)) {
            continue;
        }
        if (node.name) {
            yield { node, name: node.name, title: node.title, container: hierarchy };
        }
        for (const member of membersOf(node)) {
            if ((ast.isServer(member) || ast.isCluster(member)) && member.name) {
                yield { node: member, name: member.name, container: node.title ? `${node.name ?? ''} ${node.title}` : node.name };
            }
        }
    }
}
