import type { LangiumDocument } from 'langium';
import type { DocumentSymbolProvider, LangiumServices, NodeKindProvider } from 'langium/lsp';
import type { DocumentSymbol, Range } from 'vscode-languageserver-types';
import * as ast from '../generated/ast.js';
import type { Segment } from '../segments/segment.js';
import { segmentsOf } from '../segments/segmented-file.js';
import { printable } from '../syntax/characters.js';
import { headOf } from '../syntax/ranges.js';

interface Title {
    readonly name: string;
    readonly detail?: string | undefined;
}

/** The outline of a file: its sites, what stands in them, and how each is set. Properties are left out. */
export class SupDocumentSymbolProvider implements DocumentSymbolProvider {
    private readonly kinds: NodeKindProvider;
    private readonly known = new WeakMap<Segment, { readonly line: number; readonly symbols: DocumentSymbol[] }>();

    constructor(services: LangiumServices) {
        this.kinds = services.shared.lsp.NodeKindProvider;
    }

    getSymbols(document: LangiumDocument): DocumentSymbol[] {
        return segmentsOf(document).flatMap(segment => this.symbolsIn(segment, document));
    }

    /** Made once for each segment, and moved with it. */
    private symbolsIn(segment: Segment, document: LangiumDocument): DocumentSymbol[] {
        const known = this.known.get(segment);
        const { line } = segment.place;
        const symbols = !known ? segment.members.flatMap(member => this.symbolsOf(member, document))
            : known.line === line ? known.symbols : known.symbols.map(symbol => moved(symbol, line - known.line));
        this.known.set(segment, { line, symbols });
        return symbols;
    }

    /** The symbol of a statement; of one that has none, those of the statements in it. */
    private symbolsOf(statement: ast.Member, document: LangiumDocument): DocumentSymbol[] {
        const members: readonly ast.Member[] = 'body' in statement ? statement.body?.members ?? [] : [];
        const children = members.flatMap(member => this.symbolsOf(member, document));
        const title = titleOf(statement);
        const range = statement.$cstNode?.range;
        if (!title || !range) {
            return children;
        }
        const name = printable(title.name);
        return [{
            name: name.trim() === '' ? '(no name)' : name,
            ...title.detail && { detail: printable(title.detail) },
            kind: this.kinds.getSymbolKind(statement),
            range,
            selectionRange: headRange(statement, document, range),
            ...children.length > 0 && { children }
        }];
    }
}

function moved(symbol: DocumentSymbol, lines: number): DocumentSymbol {
    const move = ({ start, end }: Range): Range => ({ start: { line: start.line + lines, character: start.character }, end: { line: end.line + lines, character: end.character } });
    const { range, selectionRange, children } = symbol;
    return { ...symbol, range: move(range), selectionRange: move(selectionRange), ...children && { children: children.map(child => moved(child, lines)) } };
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

/** What a phrase says, on one line. */
function textOf(phrase: ast.Phrase | undefined): string {
    return phrase?.$cstNode?.text.replace(/\s+/g, ' ') ?? '';
}

/** The name, or the keywords of a statement without one; never outside the whole, which clients refuse. */
function headRange(statement: ast.Member, document: LangiumDocument, whole: Range): Range {
    const { offset, end } = headOf(statement);
    const cst = statement.$cstNode!;
    return offset >= cst.offset && end <= cst.end
        ? { start: document.textDocument.positionAt(offset), end: document.textDocument.positionAt(end) }
        : { start: whole.start, end: whole.start };
}
