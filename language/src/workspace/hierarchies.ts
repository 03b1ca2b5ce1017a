import { assembleHierarchy, compareTexts, type Hierarchy, oncePer, type Scenario, type Site } from '@sup/model';
import { DocumentState, type LangiumDocument, type LangiumDocuments, WorkspaceCache, type WorkspaceManager } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import * as ast from '../generated/ast.js';
import { originOf } from '../projection/origin.js';
import { projectScenarios } from '../projection/project-scenarios.js';
import { projectSites } from '../projection/project-sites.js';

/** The schemes of workspace files. Any other document (an unsaved one, one side of a diff) is a hierarchy of its own. */
const fileSchemes = new Set(['file', 'vscode-vfs', 'vscode-remote']);

/** Finds the hierarchy that a document belongs to, and reads it into the model once per change. */
export class Hierarchies {
    private readonly documents: LangiumDocuments;
    private readonly workspace: () => WorkspaceManager;
    private readonly assembled: WorkspaceCache<string, Hierarchy>;
    private readonly groups: WorkspaceCache<'groups', ReadonlyMap<string, readonly LangiumDocument[]>>;
    private readonly sites = perFile(projectSites);
    private readonly scenarios = perFile(projectScenarios);
    private readonly allOfHierarchy: WorkspaceCache<string, readonly Scenario[]>;

    constructor(shared: LangiumSharedServices) {
        this.documents = shared.workspace.LangiumDocuments;
        this.workspace = () => shared.workspace.WorkspaceManager;
        this.assembled = new WorkspaceCache(shared, DocumentState.IndexedContent);
        this.groups = new WorkspaceCache(shared, DocumentState.IndexedContent);
        this.allOfHierarchy = new WorkspaceCache(shared, DocumentState.IndexedContent);
    }

    of(document: LangiumDocument): Hierarchy {
        const key = this.keyOf(document);
        return this.assembled.get(key, () => assembleHierarchy(nameOf(document), this.documentsOf(key).flatMap(member => this.sitesOf(member))));
    }

    /** The sites that one document declares. */
    sitesOf(document: LangiumDocument): readonly Site[] {
        return this.sites(document);
    }

    /** The scenarios of one document, in the order of the text. */
    scenariosOf(document: LangiumDocument): readonly Scenario[] {
        return this.scenarios(document);
    }

    /** The scenarios of a document's whole hierarchy, by title and then by place, whatever order the files were read in. */
    allScenarios(document: LangiumDocument): readonly Scenario[] {
        const key = this.keyOf(document);
        return this.allOfHierarchy.get(key, () => this.documentsOf(key)
            .flatMap(member => this.scenariosOf(member).map(scenario => ({ scenario, uri: member.uri.toString() })))
            .sort((a, b) => compareTexts(a.scenario.title ?? '', b.scenario.title ?? '') || compareTexts(a.uri, b.uri) || offsetOf(a.scenario) - offsetOf(b.scenario))
            .map(({ scenario }) => scenario));
    }

    /** The documents that share a document's hierarchy, itself included. */
    neighboursOf(document: LangiumDocument): readonly LangiumDocument[] {
        return this.documentsOf(this.keyOf(document));
    }

    private documentsOf(key: string): readonly LangiumDocument[] {
        const groups = this.groups.get('groups', () => Map.groupBy(this.documents.all, document => this.keyOf(document)));
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

/** Projects a document once for each syntax tree, so that a file is read again only when it was parsed again. */
function perFile<T>(project: (file: ast.SupFile) => readonly T[]): (document: LangiumDocument) => readonly T[] {
    const read = oncePer(project);
    return ({ parseResult: { value: file } }) => ast.isSupFile(file) ? read(file) : [];
}

function offsetOf(scenario: Scenario): number {
    return originOf(scenario).$cstNode?.offset ?? 0;
}

/** The name after the first `hierarchy` of a file. */
function nameOf(document: LangiumDocument): string | undefined {
    const file = document.parseResult.value;
    return ast.isSupFile(file) ? headedBy(file) : undefined;
}

/** A file without the line would be searched to its end for every reference. */
const headedBy = oncePer((file: ast.SupFile) => file.members.find(ast.isHierarchyHeader)?.name || undefined);
