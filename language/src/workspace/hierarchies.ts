import { assembleHierarchy, type Hierarchy, type Site } from '@sup/model';
import { DocumentState, type LangiumDocument, type LangiumDocuments, WorkspaceCache, type WorkspaceManager } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import * as ast from '../generated/ast.js';
import { projectSites } from '../projection/project-sites.js';

/** The schemes of workspace files. Any other document (an unsaved one, one side of a diff) is a hierarchy of its own. */
const fileSchemes = new Set(['file', 'vscode-vfs', 'vscode-remote']);

/** Finds the hierarchy that a document belongs to, and reads it into the model once per change. */
export class Hierarchies {
    private readonly documents: LangiumDocuments;
    private readonly workspace: () => WorkspaceManager;
    private readonly assembled: WorkspaceCache<string, Hierarchy>;
    private readonly groups: WorkspaceCache<'groups', ReadonlyMap<string, readonly LangiumDocument[]>>;
    /** By syntax tree, so that a file is projected again only when it was parsed again. */
    private readonly sites = new WeakMap<ast.SupFile, readonly Site[]>();

    constructor(shared: LangiumSharedServices) {
        this.documents = shared.workspace.LangiumDocuments;
        this.workspace = () => shared.workspace.WorkspaceManager;
        this.assembled = new WorkspaceCache(shared, DocumentState.IndexedContent);
        this.groups = new WorkspaceCache(shared, DocumentState.IndexedContent);
    }

    of(document: LangiumDocument): Hierarchy {
        const key = this.keyOf(document);
        return this.assembled.get(key, () => assembleHierarchy(nameOf(document), this.documentsOf(key).flatMap(member => this.sitesOf(member))));
    }

    /** The sites that one document declares. */
    sitesOf(document: LangiumDocument): readonly Site[] {
        const file = document.parseResult.value;
        if (!ast.isSupFile(file)) {
            return [];
        }
        let sites = this.sites.get(file);
        if (!sites) {
            sites = projectSites(file);
            this.sites.set(file, sites);
        }
        return sites;
    }

    /** The documents that share a document's hierarchy, itself included. */
    neighboursOf(document: LangiumDocument): readonly LangiumDocument[] {
        return this.documentsOf(this.keyOf(document));
    }

    private documentsOf(key: string): readonly LangiumDocument[] {
        const groups = this.groups.get('groups', () => {
            const found = new Map<string, LangiumDocument[]>();
            for (const document of this.documents.all) {
                const group = found.get(this.keyOf(document));
                if (group) {
                    group.push(document);
                } else {
                    found.set(this.keyOf(document), [document]);
                }
            }
            return found;
        });
        return groups.get(key) ?? [];
    }

    /** The same for all documents of one hierarchy. */
    keyOf(document: LangiumDocument): string {
        const uri = document.uri.toString();
        const name = nameOf(document);
        return name === undefined || !fileSchemes.has(document.uri.scheme) ? uri : `${this.folderOf(uri)}#${name}`;
    }

    /** The innermost workspace folder around a document, or nothing for a document outside of all. */
    private folderOf(uri: string): string {
        const folders = (this.workspace().workspaceFolders ?? []).map(folder => folder.uri.replace(/\/?$/, '/'));
        return folders.filter(folder => uri.startsWith(folder)).sort((a, b) => b.length - a.length)[0] ?? '';
    }
}

/** By syntax tree: a file without the line would be searched to its end for every reference. */
const names = new WeakMap<ast.SupFile, { readonly name: string | undefined }>();

/** The name after the first `hierarchy` of a file. */
function nameOf(document: LangiumDocument): string | undefined {
    const file = document.parseResult.value;
    if (!ast.isSupFile(file)) {
        return undefined;
    }
    let known = names.get(file);
    if (!known) {
        known = { name: file.members.find(ast.isHierarchyHeader)?.name || undefined };
        names.set(file, known);
    }
    return known.name;
}
