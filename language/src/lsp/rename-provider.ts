import { AstUtils, CstUtils, type AstNode, GrammarUtils, type LangiumDocument, type MaybePromise } from 'langium';
import { DefaultRenameProvider } from 'langium/lsp';
import { LSPErrorCodes, type RenameParams, ResponseError, type TextDocumentPositionParams } from 'vscode-languageserver';
import type { Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { isReservedSiteCode, isSiteCode, isVisibleText, sitesIgnoringCase } from '@sup/model';
import { originOf } from '../analysis/projection/origin.js';
import * as ast from '../syntax/generated/ast.js';
import { isClosed, quoteString, unquote } from '../syntax/parser/value-converter.js';
import { type TextTarget, textTargetAt } from './rename-texts.js';
import type { SupServices } from './services.js';
import { inCode } from '../syntax/tree/characters.js';
import { writtenName } from '../syntax/tree/names.js';

type Renamable = ast.Site | ast.Server | ast.Cluster | ast.HierarchyHeader;

/** Renames sites, servers, clusters, hierarchies, client groups, scenarios and updates wherever the hierarchy's files name them, so that the new names can be parsed. */
export class SupRenameProvider extends DefaultRenameProvider {
    constructor(private readonly services: SupServices) {
        super(services);
    }

    override rename(document: LangiumDocument, params: RenameParams): Promise<WorkspaceEdit | undefined> {
        const text = textTargetAt(document, params.position, this.services);
        if (text) {
            return Promise.resolve(this.renameText(text, unquotedName(params.newName.trim())));
        }
        const target = this.targetAt(document, params);
        if (!target) {
            return Promise.resolve(undefined);
        }
        const name = unquotedName(params.newName.trim());
        const written = this.written(target, name);
        if (name !== target.name) {
            this.refuseWhatIsTaken(target, name);
        }
        return Promise.resolve(this.editOf(this.placesOf(target), written));
    }

    override prepareRename(document: LangiumDocument, params: TextDocumentPositionParams): MaybePromise<Range | undefined> {
        const token = textTargetAt(document, params.position, this.services)?.token;
        if (!token) {
            return super.prepareRename(document, params);
        }
        const { start, end } = token.range;
        return { start: { line: start.line, character: start.character + 1 }, end: { line: end.line, character: end.character - (isClosed(token.text) ? 1 : 0) } };
    }

    private renameText(target: TextTarget, name: string): WorkspaceEdit {
        refuseUnreadable(name);
        const reason = name === target.name ? undefined : target.refusal(name);
        if (reason !== undefined) {
            throw refusal(reason);
        }
        return this.editOf(target.places(), quoteString(name));
    }

    private editOf(places: readonly { readonly document: LangiumDocument; readonly range: Range }[], written: string): WorkspaceEdit {
        const edits = [...Map.groupBy(places, ({ document }) => document)].map(([file, those]) => [file, those.map(({ range }): TextEdit => ({ range, newText: written }))] as const);
        return this.services.lsp.WorkspaceEdits.of(new Map(edits));
    }

    private targetAt(document: LangiumDocument, { position }: RenameParams): Renamable | undefined {
        const offset = document.textDocument.offsetAt(position);
        const leaf = CstUtils.findDeclarationNodeAtOffset(document.parseResult.value.$cstNode, offset, this.grammarConfig.nameRegexp);
        return leaf && this.references.findDeclarations(leaf).find((node): node is Renamable => isRenamable(node));
    }

    /** The name as a plan spells it, in quotes where necessary. Rejects a name that no plan can contain. */
    private written(target: Renamable, name: string): string {
        refuseUnreadable(name);
        if (ast.isSite(target)) {
            return this.writtenCode(name);
        }
        return writtenName(name);
    }

    /** A site code is never quoted, so it must be a single word both in a declaration and after `reports to`. */
    private writtenCode(code: string): string {
        const { tokens, hidden, errors } = this.services.parser.Lexer.tokenize(`primary site ${code} reports to ${code}`);
        const types = tokens.map(token => token.tokenType.name).join(' ');
        if (types !== 'primary site WORD reports to WORD' || errors.length > 0 || hidden.length > 0) {
            throw refusal(`${inCode(code)} cannot be a site code. Use a single word that is not a keyword after \`site\` or \`reports to\`.`);
        }
        if (!isSiteCode(code)) {
            throw refusal(`${inCode(code)} cannot be a site code. A site code has three characters, each A to Z or 0 to 9.`);
        }
        if (isReservedSiteCode(code)) {
            throw refusal(`${inCode(code)} cannot be a site code: Windows reserves the name, and Configuration Manager names folders after the code. Choose another code.`);
        }
        return code;
    }

    private refuseWhatIsTaken(target: Renamable, name: string): void {
        const hierarchy = this.services.analysis.hierarchies.incremental(AstUtils.getDocument(target));
        if (ast.isSite(target) && sitesIgnoringCase(hierarchy, name).some(site => originOf(site) !== target)) {
            throw refusal(`This hierarchy already has a site ${inCode(name)}, and references could not tell the two apart. Choose another code.`);
        }
        if ((ast.isServer(target) || ast.isCluster(target)) && hierarchy.serversByName.has(name)) {
            throw refusal(`This hierarchy already has a server or cluster ${inCode(name)}, and references could not tell the two apart. Choose another name.`);
        }
    }

    private placesOf(target: Renamable): readonly { readonly document: LangiumDocument; readonly range: Range }[] {
        if (ast.isHierarchyHeader(target)) {
            return this.headersLike(target);
        }
        const documents = this.services.shared.workspace.LangiumDocuments;
        return this.references.findReferences(target, { includeDeclaration: true })
            .toArray()
            .flatMap(({ sourceUri, segment }) => {
                const document = documents.getDocument(sourceUri);
                return document ? [{ document, range: segment.range }] : [];
            });
    }

    /** The `hierarchy` lines with this name. All of them must change together: a file with the old name would form another hierarchy. */
    private headersLike(header: ast.HierarchyHeader): readonly { readonly document: LangiumDocument; readonly range: Range }[] {
        return this.services.analysis.hierarchies.neighboursOf(AstUtils.getDocument(header)).flatMap(document => {
            const file = document.parseResult.value as ast.SupFile;
            const headers = file.members.filter(ast.isHierarchyHeader).filter(({ name }) => name === header.name);
            return headers.flatMap(({ $cstNode }) => {
                const node = GrammarUtils.findNodeForProperty($cstNode, 'name');
                return node ? [{ document, range: node.range }] : [];
            });
        });
    }
}

function isRenamable(node: AstNode): node is Renamable {
    return ast.isSite(node) || ast.isServer(node) || ast.isCluster(node) || ast.isHierarchyHeader(node);
}

/** Removes the quotes from a name that the user has typed with them, as in the file. */
function unquotedName(name: string): string {
    return name.length > 1 && name.startsWith('"') && isClosed(name) ? unquote(name) : name;
}

function refuseUnreadable(name: string): void {
    if (name === '' || !isVisibleText(name)) {
        throw refusal('A name must contain at least one character, and no invisible characters.');
    }
}

function refusal(message: string): ResponseError<void> {
    return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
