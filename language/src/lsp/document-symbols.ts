import type { LangiumDocument } from 'langium';
import type { DocumentSymbolProvider, LangiumServices, NodeKindProvider } from 'langium/lsp';
import { CancellationToken, type DocumentSymbol, type DocumentSymbolParams, type Range } from 'vscode-languageserver';
import * as ast from '../syntax/generated/ast.js';
import { segmentsOf } from '../syntax/segments/segmented-file.js';
import { printable } from '../syntax/tree/characters.js';
import { headOf } from '../analysis/ranges.js';
import { SegmentCache, movedRange, type SegmentText } from './segment-cache.js';

interface Title {
    readonly name: string;
    readonly detail?: string | undefined;
}

/**
 * In a file with more sites and scenarios, the outline has only those: editors request all of it after every pause in typing, and with tens
 * of thousands of servers and roles they would do nothing else.
 */
const maxDetailedSegments = 2_000;

/** The number of symbols of one answer; the last one states that there are more. */
const maxSymbols = 8_000;

/** The outline of a file: sites and scenarios with their statements, without properties. */
export class SupDocumentSymbolProvider implements DocumentSymbolProvider {
    private readonly kinds: NodeKindProvider;
    private readonly detailed = this.cacheOf({ childrenOf: allChildren, selectionOf: headRange });
    private readonly outermost = this.cacheOf({ childrenOf: () => [], selectionOf: (_statement, text, whole) => text.firstLineOf(whole) });

    constructor(services: LangiumServices) {
        this.kinds = services.shared.lsp.NodeKindProvider;
    }

    async getSymbols(document: LangiumDocument, _params: DocumentSymbolParams, cancelToken = CancellationToken.None): Promise<DocumentSymbol[]> {
        return first(maxSymbols, await (segmentsOf(document).length > maxDetailedSegments ? this.outermost : this.detailed).all(document, cancelToken));
    }

    private cacheOf(detail: Detail): SegmentCache<DocumentSymbol> {
        return new SegmentCache((segment, text) => segment.members.flatMap(member => this.symbolsOf(member, text, detail)), moved);
    }

    /** The symbol of a statement; for a statement without one, the symbols of its children. */
    private symbolsOf(statement: ast.Member, text: SegmentText, detail: Detail): DocumentSymbol[] {
        const children = detail.childrenOf(statement).flatMap(member => this.symbolsOf(member, text, detail));
        const title = titleOf(statement);
        const range = text.rangeOf(statement);
        if (!title || !range) {
            return children;
        }
        const name = printable(title.name);
        return [{
            name: name.trim() === '' ? '(no name)' : name,
            ...title.detail && { detail: printable(title.detail) },
            kind: this.kinds.getSymbolKind(statement),
            range,
            selectionRange: detail.selectionOf(statement, text, range),
            ...children.length > 0 && { children }
        }];
    }
}

/** The first symbols of an outline, counted with those inside them, and one that states that there are more. */
function first(most: number, symbols: DocumentSymbol[]): DocumentSymbol[] {
    let left = most;
    const take = (all: readonly DocumentSymbol[]): DocumentSymbol[] => {
        const taken: DocumentSymbol[] = [];
        for (const symbol of all) {
            if (left-- <= 0) {
                return [...taken, { ...symbol, name: 'More symbols are not shown', detail: '', children: [] }];
            }
            taken.push(symbol.children ? { ...symbol, children: take(symbol.children) } : symbol);
        }
        return taken;
    };
    return countOf(symbols) <= most ? symbols : take(symbols);
}

function countOf(symbols: readonly DocumentSymbol[]): number {
    return symbols.reduce((sum, { children = [] }) => sum + 1 + countOf(children), 0);
}

/** How much an outline shows. */
interface Detail {
    /** The children of a statement that the outline includes. */
    childrenOf(statement: ast.Member): readonly ast.Member[];
    /** The text that is selected for a statement. Finding the name needs the tokens of the head, which are too many in a file with thousands of sites. */
    selectionOf(statement: ast.Member, text: SegmentText, whole: Range): Range;
}

function allChildren(statement: ast.Member): readonly ast.Member[] {
    return 'body' in statement ? statement.body?.members ?? [] : [];
}

function moved(symbol: DocumentSymbol, lines: number): DocumentSymbol {
    const { range, selectionRange, children } = symbol;
    return { ...symbol, range: movedRange(range, lines), selectionRange: movedRange(selectionRange, lines), ...children && { children: children.map(child => moved(child, lines)) } };
}

function titleOf(statement: ast.Member): Title | undefined {
    if (ast.isSite(statement)) {
        const kind = statement.kind ? `${statement.kind} site` : 'site';
        return { name: statement.name ?? '(no site code)', detail: statement.title ? `${statement.title}, ${kind}` : kind };
    }
    if (ast.isHierarchyHeader(statement)) {
        return { name: statement.name ?? '', detail: 'hierarchy' };
    }
    if (ast.isServer(statement)) {
        return { name: statement.name ?? '', detail: statement.body?.members.some(ast.isSiteServer) ? 'site server' : 'server' };
    }
    if (ast.isCluster(statement)) {
        return { name: statement.name ?? '', detail: 'cluster' };
    }
    if (ast.isWsusServer(statement)) {
        return { name: 'wsus', detail: statement.version.join(' ') };
    }
    if (ast.isSoftwareUpdatePoint(statement)) {
        return { name: 'software update point', detail: statement.state ?? 'inactive' };
    }
    if (ast.isSynchronization(statement)) {
        return { name: 'synchronization' };
    }
    if (ast.isScenario(statement)) {
        return { name: statement.title ?? '', detail: ['scenario', ...statement.duration.length > 0 ? [`for ${statement.duration.join(' ')}`] : []].join(' ') };
    }
    if (ast.isScenarioEvent(statement)) {
        return { name: textOf(statement.action), detail: `at ${textOf(statement.time)}` };
    }
    if (ast.isExpectation(statement)) {
        return { name: textOf(statement.claim), detail: 'expect' };
    }
    return ast.isClientGroup(statement) ? { name: statement.label ?? '', detail: 'clients' } : undefined;
}

/** The text of a phrase, on one line. */
function textOf(phrase: ast.Phrase | undefined): string {
    return phrase?.$cstNode?.text.replace(/\s+/g, ' ') ?? '';
}

/** The range of the name, or of the keywords of a statement without one; never outside the whole range, since clients reject that. */
function headRange(statement: ast.Member, text: SegmentText, whole: Range): Range {
    const { offset, end } = headOf(statement);
    const cst = statement.$cstNode!;
    return offset >= cst.offset && end <= cst.end
        ? { start: text.positionAt(offset), end: text.positionAt(end) }
        : { start: whole.start, end: whole.start };
}
